/** Prints the settings that hold as a config file: what the file says, and what the options of this run change. */

import path from 'node:path'
import { KEYS } from '../configuring'
import type { Config, Settings } from '../types'

/** Paths are from the working directory. Templates of the database's address and the like are never among them. */
export function configText(settings: Settings): string {
  const config = configOf(settings)
  const kept = Object.fromEntries(
    KEYS.flatMap((key): [string, unknown][] => (config[key] === undefined ? [] : [[key, config[key]]])),
  )
  return `${JSON.stringify(kept, null, 2)}\n`
}

function configOf(settings: Settings): Config {
  const { cwd, paths, migrations, databases, ignore, environment, strict, template, baselineFile } = settings
  const { short } = settings
  const shown = (file: string) => path.relative(cwd, file).split(path.sep).join('/') || '.'
  const { severity = {}, unusedIgnores, outputFiles = [], format } = settings
  return {
    paths,
    ...(migrations.length && { migrations }),
    ...(databases && {
      databases: databases.map((one) => ({
        root: shown(one.root),
        ...(one.models && { models: one.models.map(shown) }),
        ...(one.migrations && { migrations: one.migrations.map(shown) }),
      })),
    }),
    ...(ignore.length && { ignore }),
    ...(environment !== undefined && { env: environment }),
    strict,
    severity: { ...severity, ...(unusedIgnores && { 'unused-ignore': unusedIgnores }) },
    baseline: baselineFile === undefined ? false : shown(baselineFile),
    ...(template ? { template: shown(template.file) } : short && { template: 'short' }),
    formats: Object.fromEntries([
      [format, true],
      ...outputFiles.filter((one) => one.format !== format).map((one) => [one.format, shown(one.file)]),
    ]),
  }
}
