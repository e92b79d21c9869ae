/** Turns the options of the command line into settings, with checks and defaults. */

import path from 'node:path'
import { UserError } from '../errors'
import { workTreeAt } from '../io/git'
import { disk, isThere, readText, workspaceFolder } from '../io/reading'
import { nearest } from '../nearest'
import { repairs } from '../repairs'
import { reporters } from '../reporters'
import type { RepairName, Settings } from '../types'
import { baselineFrom } from './baseline'
import { type Command, hasOption } from './command-list'
import { withConfig } from './config'
import type { ParsedOptions } from './parsed-options'

export type { ParsedOptions }

/** The environment in which the program runs. */
export interface World {
  cwd: string
  /** The command that is run; left out, the settings are those of `check`. */
  command?: Command['name']
  env: Record<string, string | undefined>
  /** Whether each standard stream is a terminal. */
  terminal: { readonly input: boolean; readonly output: boolean; readonly error?: boolean }
}

/** @throws UserError if a value cannot be used */
export function settingsFrom(typed: ParsedOptions, world: World): Settings {
  const command = world.command ?? 'check'
  const cwd = typed.workspace === undefined ? world.cwd : workspace(typed.workspace, world.cwd)
  const workTree = typed.staged ? workTreeAt(cwd) : undefined
  // Config and baseline of the disk may not be in the commit.
  const source = () => workTree?.index().source ?? disk
  const { options: given, also } = withConfig(typed, cwd, { command, source })
  const format = given.format ?? 'terminal'
  const dryRun = given.dryRun ?? false
  return {
    cwd,
    ...also,
    isOwnRoot: typed.workspace !== undefined,
    paths: given.paths?.length ? given.paths.map((one) => pathIn(String(one), cwd, world.cwd)) : ['.'],
    migrations: given.migrations ?? [],
    ignore: given.ignore ?? [],
    noIgnore: given.noIgnore ?? false,
    environment: given.env ?? also.readingEnvironment ?? (world.env.NODE_ENV || undefined),
    sequelizeVersion: given.sequelizeVersion === undefined ? undefined : version(given.sequelizeVersion),
    only: given.only ?? [],
    ...changedSince(given),
    allowEmpty: given.allowEmpty ?? false,
    // A fault in the baseline is not in the way of a command that does not judge, such as `rollback`.
    ...(hasOption(command, 'baseline') && baselineFrom(given, cwd, source)),
    strict: given.strict ?? false,
    unusedIgnores: given.reportUnusedIgnores ?? 'note',
    repair: given.repair === undefined ? undefined : repairNamed(given.repair),
    dryRun,
    acceptReappearing: given.acceptReappearing ?? false,
    timestamp: given.timestamp === undefined ? undefined : stamp(given.timestamp),
    ...templateFrom(given.template, world.cwd),
    withIndex: given.withIndex ?? false,
    repeated: [
      ...(given.configFile === undefined ? [] : ['--config-file', given.configFile]),
      ...(given.noConfigFile ? ['--no-config-file'] : []),
      ...(given.env === undefined ? [] : ['--env', given.env]),
      ...(given.envFile ?? []).flatMap((file) => ['--env-file', file]),
    ],
    connecting: {
      environment: given.env ?? (world.env.NODE_ENV || 'development'),
      ...(given.url !== undefined && { url: given.url }),
      ...(given.config !== undefined && { config: given.config }),
      ...(given.sequelize !== undefined && { sequelize: given.sequelize }),
    },
    ...(workTree && { workTree }),
    evidence: given.evidence ?? 'migrations',
    runtime: given.runtime ?? false,
    replay: given.replay ?? given.scratchUrl !== undefined,
    scratchUrl: given.scratchUrl,
    endpoints: (given.endpoint ?? []).map(endpoint),
    expectStatus:
      given.expectStatus === undefined ? undefined : whole('--expect-status', given.expectStatus, 599),
    writeTest: given.writeTest ?? false,
    wait: given.wait === undefined ? 60 : whole('--wait', given.wait, 86_400),
    yes: given.yes ?? false,
    force: given.force ?? false,
    allowDataLoss: given.allowDataLoss ?? false,
    name: given.name,
    advice: given.advice ?? false,
    format,
    outputFiles: (given.outputFile ?? []).map((one) =>
      reportFile(
        one,
        world.cwd,
        reporters.map(({ name }) => name),
      ),
    ),
    quiet: given.quiet ?? false,
    maxShow: given.maxShow === undefined ? undefined : whole('--max-show', given.maxShow, 999_999),
    color: wantsColor(given, world.env, world.terminal.output),
    interactive: !given.yes && !dryRun && !world.env.CI && canAsk(world.terminal),
  }
}

/** A path from the folder of --workspace; what hands over names of files may name them from where it was started. */
function pathIn(given: string, cwd: string, started: string): string {
  const there = path.resolve(started, given)
  if (cwd === started || isThere(path.resolve(cwd, given)) || !isThere(there)) return given
  return path.relative(cwd, there)
}

/** @throws UserError if the options contradict each other */
function changedSince({
  staged,
  changed,
  since,
  runtime,
  replay,
  scratchUrl,
  writeBaseline,
  pruneBaseline,
}: ParsedOptions): Pick<Settings, 'changedSince'> {
  const asked = [
    staged && { changedSince: { what: 'staged' as const } },
    changed && { changedSince: { what: 'changed' as const } },
    since !== undefined && { changedSince: { what: 'since' as const, ref: since } },
  ].filter((one) => typeof one === 'object')
  if (asked.length > 1)
    throw new UserError('--staged, --changed and --since exclude each other.', 'Pass one of them.')
  if (asked.length && (writeBaseline || pruneBaseline))
    throw new UserError('A baseline is of all models, and a change touches some.', 'Write it by check alone.')
  if (staged && (runtime || replay || scratchUrl !== undefined))
    throw new UserError(
      `--staged judges what is staged, and ${runtime ? '--runtime' : '--replay'} runs the files of the disk.`,
      'Pass one of them.',
    )
  return asked[0] ?? {}
}

/** Whether a user can type and see questions, even if the report is redirected. */
const canAsk = ({ input, output, error }: World['terminal']): boolean => (output || error === true) && input

function workspace(name: string, cwd: string): string {
  const folder = workspaceFolder(name, cwd)
  if (folder) return folder
  throw new UserError(
    `--workspace "${name}" is no package or folder here.`,
    'Name it as its package.json does, or by its path from the working directory.',
  )
}

/** Reads NO_COLOR as no-color.org does, and FORCE_COLOR as Node does. */
export function wantsColor(
  { noColor }: Pick<ParsedOptions, 'noColor'>,
  env: World['env'],
  isTerminal: boolean,
): boolean {
  if (noColor || env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return isTerminal && env.TERM !== 'dumb'
}

/** Finds a repair by its letter or its name. */
function repairNamed(given: string): RepairName | undefined {
  return repairs.find(({ letter, name }) => given === letter || given === name)?.name
}

function version(text: string): string {
  const [, major = '', rest = ''] = /^v?(\d+)((?:\.\d+){0,2}(?:-[\w.]+)?)$/.exec(text.trim()) ?? []
  if (major && Number(major) >= 3 && Number(major) <= 7) return major + rest
  throw new UserError(
    `"${text}" is no version of Sequelize that this tool knows.`,
    'Pass --sequelize-version 4, 5, 6 or 7, or a whole version.',
  )
}

function endpoint(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return text
  throw new UserError(`--endpoint "${text}" is no URL.`, 'Write it whole: http://localhost:3000/sessions.')
}

export function whole(option: string, text: string, most: number): number {
  if (/^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text)
  throw new UserError(`${option} "${text}" is no number up to ${most}.`, 'Write it in digits.')
}

const IS_SOURCE = /\.(?:[cm]?[jt]sx?|sql)$|(?:^|[\\/])(?:package(?:-lock)?\.json|\.sequelizerc)$/i

/** Parses `sarif=reports/drift.sarif`. @throws UserError also if the file's name is one of code */
export function reportFile(text: string, cwd: string, names: string[]): { format: string; file: string } {
  const [, format = '', file] = /^([^=]*)=(.+)$/.exec(text) ?? []
  if (file === undefined)
    throw new UserError(
      `--output-file "${text}" names no file.`,
      'Write format and file: --output-file sarif=reports/drift.sarif.',
    )
  if (IS_SOURCE.test(file))
    throw new UserError(
      `The report ${file} would be written over code.`,
      `Name it after its format: --output-file ${format}=drift.${format}.`,
    )
  if (names.includes(format)) return { format, file: path.resolve(cwd, file) }
  const near = nearest(format, names)
  throw new UserError(
    `There is no format ${format}.`,
    near ? `Did you mean ${near}?` : `Choose one of ${names.join(', ')}.`,
  )
}

function stamp(text: string): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  if (year && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString() === iso) return text
  throw new UserError(
    `--timestamp "${text}" is no time.`,
    'Write it as YYYYMMDDHHmmss in UTC: 20250530120000.',
  )
}

/** @param given short, full or the path of a template */
function templateFrom(given: string | undefined, cwd: string): Pick<Settings, 'short' | 'template'> {
  if (given === undefined || given === 'full' || given === 'short') return { short: given === 'short' }
  const file = path.resolve(cwd, given)
  const text = readText(file)
  if (!/\.(cjs|js|ts)$/.test(file)) {
    throw new UserError(
      `The template ${given} is none that sequelize-cli would run.`,
      'Name it .cjs, .js or .ts, or say short or full.',
    )
  }
  if ('text' in text) return { short: false, template: { file, text: text.text } }
  throw new UserError(
    `The template ${given} cannot be read. ${text.problem}`,
    'Check the path: --template, or "template" in the config.',
  )
}
