/** Reads `queryInterface.addIndex(table, columns, options)` and `addIndex(table, { fields, unique, where })`. */

import type { Change, ObjectValue, Value } from '../types'
import { isObject } from '../values'
import { type Operation, tableIn, textIn } from './operation'

/** Reads columns given as texts or as objects with a name. Returns undefined if one cannot be read. */
export function namesIn(value: Value): string[] | undefined {
  if (typeof value !== 'object' || value?.kind !== 'list' || value.open) return undefined
  const names = value.items.map((one) =>
    isObject(one) ? textIn((one.entries.get('name') ?? one.entries.get('attribute'))?.value) : textIn(one),
  )
  return names.every((name) => name !== undefined) && names.length > 0 ? names : undefined
}

/** Reads the name and the condition, which indexes and constraints write alike. */
export function optionsIn(options: ObjectValue): { name?: string; where?: string[] } {
  const name = textIn((options.entries.get('name') ?? options.entries.get('indexName'))?.value)
  const where = options.entries.get('where')?.value
  return { ...(name && { name }), ...(isObject(where) && { where: [...where.entries.keys()] }) }
}

const isUnique = ({ entries }: ObjectValue): boolean =>
  entries.get('unique')?.value === true ||
  ['type', 'indicesType'].some((key) => /^unique$/i.test(String(entries.get(key)?.value)))

export const addIndex: Operation = {
  method: 'addIndex',
  namesItsTable: true,
  changes({ args: [name, second, third] }): Change[] {
    const table = tableIn(name)
    const options = isObject(second) ? second : third
    if (!table || !isObject(options) || !isUnique(options)) return []
    const columns = namesIn(isObject(second) ? second.entries.get('fields')?.value : second)
    return columns ? [{ do: 'addUnique', table, unique: { columns, ...optionsIn(options) } }] : []
  },
}

export const removeIndex: Operation = {
  method: 'removeIndex',
  namesItsTable: true,
  changes({ args: [name, which] }): Change[] {
    const table = tableIn(name)
    const key = { name: textIn(which), columns: namesIn(which) }
    return table && (key.name || key.columns) ? [{ do: 'removeKey', table, ...key }] : []
  },
}
