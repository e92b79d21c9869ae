/** Reads the config file, and puts what it says where the command line says nothing. */

import path from 'node:path'
import { PACKAGE_KEY, placedFrom, readConfig } from '../configuring'
import { UserError } from '../errors'
import { CONFIG_NAMES, configFileAt } from '../io/project'
import { createReader, isFolder, isThere, nearPath } from '../io/reading'
import { reporters } from '../reporters'
import type { ConfigFile, DatabaseConfig, FileSource, Origin, Settings } from '../types'
import type { Command } from './command-list'
import type { ParsedOptions } from './parsed-options'

/** The options with those of the config, and what no option says. */
export interface Configured {
  options: ParsedOptions
  also: Pick<Settings, 'databases' | 'severity' | 'configFile' | 'fromConfig' | 'readingEnvironment'>
}

const COMMAND: Command['name'] = 'check'

/** @throws UserError if the file cannot be read, says something that means nothing, or names what is not there */
export function withConfig(
  given: ParsedOptions,
  cwd: string,
  { command, source }: { command: Command['name']; source: () => FileSource },
): Configured {
  const file = fileFor(given, cwd)
  if (file === undefined || source().kind(file) !== 'file') return { options: given, also: {} }
  const read = readConfig(file, createReader(undefined, path.dirname(file), undefined, source()), formats())
  const { config, at } = read
  const { severity = {}, strict, env } = config
  const placed = placedFrom(path.dirname(file), cwd, config)
  const databases = given.migrations?.length ? undefined : placed.databases
  checkThere(placed, read, cwd)
  const options: ParsedOptions = {
    ...defined({
      paths: placed.paths,
      migrations: placed.migrations,
      ignore: placed.ignore,
      strict,
      template: placed.template,
      reportUnusedIgnores: severity['unused-ignore'],
      ...baselineOf(placed.baseline, given),
      ...(command === COMMAND ? formatsOf(placed.formats) : {}),
    }),
    ...defined(given),
    ...(given.paths?.length ? {} : defined({ paths: placed.paths })),
  }
  const ofFile = (key: 'paths' | 'migrations' | 'ignore') => (given[key]?.length ? undefined : at[key])
  return {
    options,
    also: {
      severity,
      configFile: file,
      ...(databases?.length && { databases }),
      ...(env !== undefined && given.env === undefined && { readingEnvironment: env }),
      fromConfig: defined({
        paths: placed.paths && ofFile('paths'),
        migrations: placed.migrations && ofFile('migrations'),
        ignore: placed.ignore && ofFile('ignore'),
        databases: databases && at.databases,
      }),
    },
  }
}

const formats = (): string[] => reporters.map(({ name }) => name)

function fileFor({ configFile, noConfigFile }: ParsedOptions, cwd: string): string | undefined {
  if (configFile !== undefined && noConfigFile)
    throw new UserError('--no-config-file and --config-file contradict each other.', 'Give one of them.')
  if (noConfigFile) return undefined
  if (configFile === undefined) return configFileAt(cwd)
  const file = path.resolve(cwd, configFile)
  if (!isThere(file) || isFolder(file)) {
    const near = isFolder(file) ? undefined : nearPath(configFile, cwd)
    throw new UserError(
      `There is no config file ${configFile}.`,
      near ? `Did you mean ${near}?` : 'Check the path given to --config-file.',
    )
  }
  const endings = CONFIG_NAMES.map((one) => path.extname(one))
  if (endings.includes(path.extname(file))) return file
  throw new UserError(`The config file ${configFile} is none that is read.`, `Name it ${endings.join(', ')}.`)
}

function baselineOf(baseline: string | false | undefined, given: ParsedOptions): ParsedOptions {
  if (baseline === undefined || given.baseline !== undefined || given.noBaseline) return {}
  if (baseline === false) return given.writeBaseline || given.pruneBaseline ? {} : { noBaseline: true }
  return { baseline }
}

function formatsOf(all: { format: string; file?: string }[]): ParsedOptions {
  const printed = all.find(({ file }) => file === undefined)
  const written = all.flatMap(({ format, file }) => (file === undefined ? [] : [`${format}=${file}`]))
  return { ...(printed && { format: printed.format }), ...(written.length && { outputFile: written }) }
}

function defined<T extends object>(given: T): T {
  const kept = { ...given }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}

/** What the config names must be there: it is a slip, or was left behind by a move. */
function checkThere(
  { migrations = [], databases = [] }: { migrations?: string[]; databases?: DatabaseConfig[] },
  { at }: ConfigFile,
  cwd: string,
): void {
  const shown = (one: string) => path.relative(cwd, path.resolve(cwd, one)).split(path.sep).join('/') || '.'
  const refuse = (one: string, key: string, place: Origin | undefined) => {
    const near = nearPath(shown(one), cwd)
    throw new UserError(
      `There is no ${shown(one)}, which "${key}" names.`,
      near ? `Did you mean ${near}?` : 'Check the path: it is read from the folder of the config.',
      place,
    )
  }
  for (const one of migrations)
    if (!isFolder(path.resolve(cwd, one))) refuse(one, 'migrations', at.migrations)
  for (const { root, models = [], migrations: own = [] } of databases) {
    for (const one of [root, ...own]) if (!isFolder(one)) refuse(one, 'databases', at.databases)
    for (const one of models) if (!isThere(one)) refuse(one, 'databases', at.databases)
  }
}

/** How messages call the file: by its name, or by its key. */
export const configName = (file: string): string =>
  path.basename(file) === 'package.json' ? `"${PACKAGE_KEY}" in package.json` : path.basename(file)
