/** Declares the contract of an operation, and reads its arguments. */

import type { Change, ColumnSpec, Origin, TableName, Unknown, Value } from '../types'
import { isChoice, isObject, isRef, isUnknown } from '../values'

/** A call in the history, with evaluated arguments and no syntax tree. */
export interface OperationCall {
  args: Value[]
  at: Origin
  dialect?: string
}

/** One method of queryInterface. To add one, add a file, a line in migrations/index.ts and a fixture folder. */
export interface Operation {
  method: string
  /** Set if it touches only the table in its first argument, so that a file may be skipped for other tables. */
  namesItsTable?: true
  changes(call: OperationCall): Change[]
}

/** Reads 'users', { tableName: 'users', schema: 'app' } or a model's table. Returns undefined if it is unknown. */
export function tableIn(value: Value): TableName | undefined {
  if (typeof value === 'string') return { name: value }
  if (!isObject(value)) return undefined
  const name = (value.entries.get('tableName') ?? value.entries.get('name'))?.value
  const schema = value.entries.get('schema')?.value
  if (typeof name !== 'string' || (schema != null && typeof schema !== 'string')) return undefined
  return { name, ...(schema && { schema }) }
}

export const textIn = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined)

/** Returns each value that a choice may have, such as names that depend on the environment. */
export function everyCase(value: Value): Value[] {
  return isChoice(value) ? value.of.flatMap((one) => everyCase(one.value)) : [value]
}

/** Returns the unknown value because of which a call cannot be read. */
export function unreadIn(call: OperationCall, ...values: Value[]): Unknown {
  const found = values.find(isUnknown)
  return found ?? { kind: 'unknown', text: 'its argument', at: call.at, why: 'it is not a plain name' }
}

/** Reads 'DATE' from `Sequelize.DATE`, and 'TIMESTAMPTZ' from a text. */
function typeIn(value: Value): string | undefined {
  if (typeof value === 'string') return value.toUpperCase()
  if (isUnknown(value)) return /\.([A-Z]+[A-Z0-9]*)$/.exec(value.text)?.[1]
  if (!isRef(value)) return undefined
  const last = value.path.at(-1)
  return last && /^[A-Z0-9]+$/.test(last) ? last : undefined
}

/** Whether a value is null, undefined or `Sequelize.literal('NULL')`. */
function isNull(value: Value): boolean {
  if (value === null || value === undefined) return true
  if (!isRef(value) || value.path.at(-1) !== 'literal') return false
  return /^\s*null\s*$/i.test(String(value.args?.[0]))
}

/** Reads `references: { model: 'sessions' }` and `onDelete: 'CASCADE'` beside it. */
export function referenceIn(target: Value, onDelete: Value): ColumnSpec['references'] {
  if (!isObject(target)) return undefined
  const named = (target.entries.get('model') ?? target.entries.get('table'))?.value
  const to = tableIn(named)
  return to && { to, ...(typeof onDelete === 'string' && { onDelete: onDelete.toUpperCase() }) }
}

/** Reads a column's specification: a type, or an object with a type. */
export function columnIn(name: string, value: Value): ColumnSpec {
  if (!isObject(value)) return { name, type: typeIn(value) }
  const read = (key: string) => value.entries.get(key)?.value
  const allowNull = read('allowNull') ?? (typeof read('notNull') === 'boolean' ? !read('notNull') : undefined)
  const given = value.entries.get('defaultValue')
  const spec: ColumnSpec = { name, type: typeIn(read('type')) }
  if (typeof allowNull === 'boolean') spec.allowNull = allowNull
  if (given) spec.hasDefault = !isNull(given.value)
  const references = referenceIn(read('references'), read('onDelete'))
  if (read('unique') === true) spec.unique = true
  if (references) spec.references = references
  return spec
}
