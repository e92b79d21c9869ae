/** Checks what a config file says. */

import { acceptable } from '../finding-kinds'
import type { Config, ConfigFile, ObjectValue, Rule, RuleSeverity } from '../types'
import { entriesIn, fault, flag, list, type Named, oneOf, text, textOr, texts } from './values'

type Keys = Required<Config>
type Key = keyof Keys

/** The keys in the order in which they are printed. */
export const KEYS = [
  'paths',
  'migrations',
  'databases',
  'ignore',
  'env',
  'strict',
  'severity',
  'baseline',
  'template',
  'formats',
] as const satisfies Key[]

const SEVERITIES = ['off', 'note', 'error'] as const satisfies RuleSeverity[]

/** Rules whose severity can be set: a file that cannot be read is always an error. */
export const settable: Rule[] = [...acceptable, 'unused-ignore']

/**
 * @param whole the whole config
 * @param formats the names of all formats
 * @throws UserError that names the first fault, with its place
 */
export function checkConfig(whole: ObjectValue, formats: string[]): Omit<ConfigFile, 'file'> {
  const config: Config = {}
  const at: ConfigFile['at'] = {}
  const named: Named = { name: '', value: whole, at: whole.at }
  for (const [key, entry] of entriesIn(named, ['$schema', ...KEYS], 'key')) {
    const known = KEYS.find((one) => one === key)
    if (!known) continue
    Object.assign(config, { [known]: read(known, entry, formats) })
    at[known] = entry.at
  }
  if (config.databases && config.migrations)
    throw fault(
      '"migrations" and "databases" contradict each other.',
      'Name the migrations of each database in its entry of "databases".',
      at.migrations,
    )
  return { config, at }
}

function read(key: Key, named: Named, formats: string[]): Keys[Key] {
  switch (key) {
    case 'paths':
    case 'migrations':
    case 'ignore':
      return texts(named)
    case 'databases':
      return databases(named)
    case 'env':
    case 'template':
      return text(named)
    case 'strict':
      return flag(named)
    case 'severity':
      return Object.fromEntries(
        entriesIn(named, settable, 'rule').map(([rule, entry]) => [rule, oneOf(entry, SEVERITIES)]),
      )
    case 'baseline':
      return textOr(named, false, 'the path of a file, or false')
    case 'formats':
      return formatsIn(named, formats)
  }
}

function databases(named: Named): Keys['databases'] {
  const all = list(named, (item) => {
    const entries = new Map(entriesIn(item, ['root', 'models', 'migrations'], 'key'))
    const [root, models, migrations] = [entries.get('root'), entries.get('models'), entries.get('migrations')]
    if (!root) throw fault(`${item.name} has no "root".`, 'Name the folder of the database.', item.at)
    return {
      root: text(root),
      ...(models && { models: texts(models) }),
      ...(migrations && { migrations: texts(migrations) }),
    }
  })
  const twice = all.find(({ root }, index) => all.findIndex((one) => one.root === root) < index)
  if (twice) throw fault(`${named.name} has the root "${twice.root}" twice.`, 'Join the two.', named.at)
  return all
}

function formatsIn(named: Named, formats: string[]): Keys['formats'] {
  const all = entriesIn(named, formats, 'format').map(([format, entry]) => {
    return [format, textOr(entry, true, 'the path of its file, or true')] as const
  })
  const printed = all.filter(([, given]) => given === true)
  if (printed.length > 1)
    throw fault(
      `${named.name} prints ${printed.length} formats, and one can be printed.`,
      'Give the others a file: { "sarif": "reports/drift.sarif" }.',
      named.at,
    )
  return Object.fromEntries(all)
}
