/** The contract of an operation, and how its arguments are read. */

import type { Change, ColumnSpec, Origin, TableName, Unknown, Value } from '../types'
import { isChoice, isObject, isRef, isUnknown } from '../values'

/** A call as the history makes it: evaluated arguments, never a syntax tree. */
export interface OperationCall {
  args: Value[]
  at: Origin
  dialect?: string
}

/** One method of queryInterface. Adding one = one file, one line in migrations/index.ts, one fixture folder. */
export interface Operation {
  method: string
  /** It touches the table that its first argument names, and no other: a file that writes that name need not be read for other tables. */
  namesItsTable?: true
  changes(call: OperationCall): Change[]
}

/** 'users', { tableName: 'users', schema: 'app' }, a model whose table is asked for; undefined when it is not known. */
export function tableIn(value: Value): TableName | undefined {
  if (typeof value === 'string') return { name: value }
  if (!isObject(value)) return undefined
  const name = (value.entries.get('tableName') ?? value.entries.get('name'))?.value
  const schema = value.entries.get('schema')?.value
  if (typeof name !== 'string' || (schema != null && typeof schema !== 'string')) return undefined
  return { name, ...(schema && { schema }) }
}

export const textIn = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined)

/** A name of which only the environment decides: each one it may be. */
export function everyCase(value: Value): Value[] {
  return isChoice(value) ? value.of.flatMap((one) => everyCase(one.value)) : [value]
}

/** The value that kept a call from being read. */
export function unreadIn(call: OperationCall, ...values: Value[]): Unknown {
  const found = values.find(isUnknown)
  return found ?? { kind: 'unknown', text: 'its argument', at: call.at, why: 'it is not a plain name' }
}

/** 'DATE' of `Sequelize.DATE`, 'TIMESTAMPTZ' of a text. */
function typeIn(value: Value): string | undefined {
  if (typeof value === 'string') return value.toUpperCase()
  if (isUnknown(value)) return /\.([A-Z]+[A-Z0-9]*)$/.exec(value.text)?.[1]
  if (!isRef(value)) return undefined
  const last = value.path.at(-1)
  return last && /^[A-Z0-9]+$/.test(last) ? last : undefined
}

/** null, or `Sequelize.literal('NULL')`. */
function isNull(value: Value): boolean {
  if (value === null || value === undefined) return true
  if (!isRef(value) || value.path.at(-1) !== 'literal') return false
  return /^\s*null\s*$/i.test(String(value.args?.[0]))
}

/** `references: { model: 'sessions' }, onDelete: 'CASCADE'` beside each other. */
export function referenceIn(target: Value, onDelete: Value): ColumnSpec['references'] {
  if (!isObject(target)) return undefined
  const named = (target.entries.get('model') ?? target.entries.get('table'))?.value
  const to = tableIn(named)
  return to && { to, ...(typeof onDelete === 'string' && { onDelete: onDelete.toUpperCase() }) }
}

/** A column's specification: a type, or an object with one. */
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
