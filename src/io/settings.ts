/** What was asked for on the command line, checked and with its defaults. */

import path from 'node:path'
import { UserError } from '../errors'
import type { RepairName, ScanSettings } from '../types'
import { readText } from './text'

export interface Settings extends ScanSettings {
  /** Overrides the recommended repair. */
  repair?: RepairName
  dryRun: boolean
  /** B is written also where rows that were soft-deleted show up again. */
  acceptReappearing: boolean
  /** The first migration's stamp, YYYYMMDDHHmmss. */
  timestamp?: string
  /** The user's own template. */
  template?: { file: string; text: string }
  withIndex: boolean
  /** Also what else stands in the way of soft delete. */
  advice: boolean
  /** A reporter's name. */
  format: string
  color: boolean
  /** Whether somebody sits at a terminal and wants to be asked. */
  interactive: boolean
}

/** Options as a parser of command lines hands them over; what is left out takes its default. */
export interface Given {
  paths?: (string | number)[]
  migrations?: string[]
  ignore?: string[]
  noIgnore?: boolean
  sequelizeVersion?: string
  only?: string[]
  strict?: boolean
  advice?: boolean
  repair?: string
  yes?: boolean
  dryRun?: boolean
  acceptReappearing?: boolean
  timestamp?: string
  template?: string
  withIndex?: boolean
  format?: string
  noColor?: boolean
}

/** Where the program runs. */
export interface World {
  cwd: string
  env: Record<string, string | undefined>
  /** Whether the input, and the output, is a terminal. */
  terminal: { input: boolean; output: boolean }
}

/** @throws UserError for a value that cannot be used */
export function settingsFrom(given: Given, world: World): Settings {
  const format = given.format ?? 'terminal'
  const dryRun = given.dryRun ?? false
  return {
    cwd: world.cwd,
    paths: given.paths?.length ? given.paths.map(String) : ['.'],
    migrations: given.migrations ?? [],
    ignore: given.ignore ?? [],
    noIgnore: given.noIgnore ?? false,
    sequelizeVersion: given.sequelizeVersion === undefined ? undefined : version(given.sequelizeVersion),
    only: given.only ?? [],
    strict: given.strict ?? false,
    repair: given.repair as RepairName | undefined,
    dryRun,
    acceptReappearing: given.acceptReappearing ?? false,
    timestamp: given.timestamp === undefined ? undefined : stamp(given.timestamp),
    template: given.template === undefined ? undefined : template(given.template, world.cwd),
    withIndex: given.withIndex ?? false,
    advice: given.advice ?? false,
    format,
    color: !given.noColor && wantsColor(world),
    interactive:
      world.terminal.input &&
      world.terminal.output &&
      !world.env.CI &&
      !given.yes &&
      !dryRun &&
      format === 'terminal',
  }
}

/** NO_COLOR and FORCE_COLOR as no-color.org and Node read them. */
function wantsColor({ env, terminal }: World): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return terminal.output && env.TERM !== 'dumb'
}

function version(text: string): string {
  const [, major = '', rest = ''] = /^v?(\d+)((?:\.\d+){0,2}(?:-[\w.]+)?)$/.exec(text.trim()) ?? []
  if (major && Number(major) >= 3 && Number(major) <= 7) return major + rest
  throw new UserError(
    `"${text}" is no version of Sequelize that this tool knows.`,
    'Pass --sequelize-version 4, 5, 6 or 7, or a whole version.',
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

function template(given: string, cwd: string): { file: string; text: string } {
  const file = path.resolve(cwd, given)
  const text = readText(file)
  if (!/\.(cjs|js|ts)$/.test(file)) {
    throw new UserError(
      `The template ${given} is none that sequelize-cli would run.`,
      'Name it .cjs, .js or .ts.',
    )
  }
  if ('text' in text) return { file, text: text.text }
  throw new UserError(
    `The template ${given} cannot be read. ${text.problem}`,
    'Check the path given to --template.',
  )
}
