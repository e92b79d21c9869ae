/** Reads knex's table callbacks: `knex.schema.alterTable('jobs', (table) => { table.timestamp('deletedAt') })`. */

import { type Machine, type RValue, type Site, snapshot } from '../ast'
import type { Change, ColumnSpec, TableName, Value } from '../types'
import { isFunction, isRef } from '../values'
import { textIn } from './operation'

/** The name of the reference that the callback gets as its table. */
const TABLE = 'knex.table'

const BUILDS = new Set(['createTable', 'createTableIfNotExists', 'alterTable', 'table'])

/** A call on a table, or on a column of it. */
export interface Built {
  name: string
  args: Value[]
  /** Whether the call is on a column and changes its definition. */
  isOfColumn: boolean
}

export interface BuilderCall {
  receiver: RValue
  name: string
  args: RValue[]
  site: Site
  /** The calls on each table that is being built, innermost table last. */
  tables: Built[][]
}

/** Records a call on a table or a column and returns its result, or undefined if it is another call. */
export function onTable(m: Machine, { receiver, name, args, tables }: BuilderCall): RValue {
  if (!isRef(receiver) || receiver.module !== TABLE) return undefined
  const isOfColumn = receiver.path.length > 0
  tables.at(-1)?.push({ name, args: args.map((one) => snapshot(m.force(one), m)), isOfColumn })
  return { kind: 'ref', module: TABLE, path: ['column'], text: 'the column' }
}

/** Returns the changes of a call with a table callback, or undefined if it is another call. */
export function changesOf(
  m: Machine,
  { receiver, name, args, site, tables }: BuilderCall,
): Change[] | undefined {
  const work = m.force(args.at(-1))
  if (!BUILDS.has(name) || args.length !== 2 || !isFunction(work)) return undefined
  const named = textIn(snapshot(m.force(args[0]), m))
  if (named === undefined) return undefined
  const schema = schemaOf(receiver, m)
  const table = { name: named, ...(schema !== undefined && { schema }) }
  const calls: Built[] = []
  tables.push(calls)
  m.call(work, [{ kind: 'ref', module: TABLE, path: [], text: 'the table' }], undefined, site)
  tables.pop()
  const changes = calls.flatMap((one, index) => changeBy(one, modifiersBehind(calls, index), table))
  if (!name.startsWith('create')) return changes
  const columns = changes.flatMap((one) => (one.do === 'addColumn' ? one.column : []))
  return [{ do: 'createTable', table, columns, ...(name !== 'createTable' && { ifNotExists: true }) }]
}

/** Reads the schema of `knex.schema.withSchema('app')`. */
function schemaOf(receiver: RValue, m: Machine): string | undefined {
  if (!isRef(receiver) || receiver.path.at(-1) !== 'withSchema') return undefined
  return textIn(snapshot(m.force(receiver.args?.[0]), m))
}

const modifiersBehind = (calls: Built[], index: number): Built[] => {
  const rest = calls.slice(index + 1)
  const next = rest.findIndex(({ isOfColumn }) => !isOfColumn)
  return next < 0 ? rest : rest.slice(0, next)
}

/** Methods that make a column, with its type; all other methods make keys or change the table as a whole. */
const TYPES: Record<string, string> = {
  increments: 'INTEGER',
  bigIncrements: 'BIGINT',
  smallint: 'SMALLINT',
  tinyint: 'TINYINT',
  mediumint: 'MEDIUMINT',
  integer: 'INTEGER',
  bigInteger: 'BIGINT',
  bigint: 'BIGINT',
  string: 'STRING',
  text: 'TEXT',
  float: 'FLOAT',
  double: 'DOUBLE',
  decimal: 'DECIMAL',
  boolean: 'BOOLEAN',
  date: 'DATEONLY',
  datetime: 'TIMESTAMPTZ',
  dateTime: 'TIMESTAMPTZ',
  timestamp: 'TIMESTAMPTZ',
  time: 'TIME',
  binary: 'BLOB',
  json: 'JSON',
  jsonb: 'JSONB',
  uuid: 'UUID',
  enum: 'ENUM',
  enu: 'ENUM',
  geometry: 'GEOMETRY',
  geography: 'GEOGRAPHY',
  point: 'POINT',
}

function changeBy({ name, args, isOfColumn }: Built, modifiers: Built[], table: TableName): Change[] {
  if (isOfColumn) return []
  const texts = args.flatMap((one) => (typeof one === 'object' && one?.kind === 'list' ? one.items : [one]))
  const names = texts.flatMap((one) => textIn(one) ?? [])
  if (name === 'dropColumn' || name === 'dropColumns')
    return names.map((column): Change => ({ do: 'removeColumn', table, column }))
  if (name === 'dropTimestamps') return stamps(args).map((column) => ({ do: 'removeColumn', table, column }))
  if (name === 'renameColumn' && names.length === 2)
    return [{ do: 'renameColumn', table, column: names[0] ?? '', to: names[1] ?? '' }]
  if (name === 'timestamps')
    return stamps(args).map(
      (one): Change => ({ do: 'addColumn', table, column: { name: one, type: 'TIMESTAMPTZ' } }),
    )
  const type =
    name === 'specificType' ? names[1]?.toUpperCase() : Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
  const column = names[0] ?? (/ncrements$/.test(name) ? 'id' : undefined)
  if (type === undefined || column === undefined) return []
  const isAltered = modifiers.some((one) => one.name === 'alter')
  return [
    {
      do: isAltered ? 'changeColumn' : 'addColumn',
      table,
      column: modified({ name: column, type }, modifiers),
    },
  ]
}

function modified(column: ColumnSpec, modifiers: Built[]): ColumnSpec {
  const has = (name: string) => modifiers.find((one) => one.name === name)
  return {
    ...column,
    ...(has('notNullable') && { allowNull: false }),
    ...(has('nullable') && { allowNull: true }),
    ...(has('defaultTo') && { hasDefault: has('defaultTo')?.args[0] !== null }),
    ...(has('unique') && { unique: true as const }),
  }
}

/** `timestamps(true, true, true)` and `timestamps({ useCamelCase: true })` make createdAt; other calls created_at. */
function stamps([first, , third]: Value[]): string[] {
  const option =
    typeof first === 'object' && first?.kind === 'object' && first.entries.get('useCamelCase')?.value
  return option === true || third === true ? ['createdAt', 'updatedAt'] : ['created_at', 'updated_at']
}
