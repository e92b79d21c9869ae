/** Finds tables and columns in a schema, and applies changes to it. */

import type {
  Change,
  Column,
  ColumnSpec,
  Origin,
  Reference,
  Schema,
  Table,
  TableName,
  Unique,
} from '../types'
import { fold, foldsCase, indexed, push, renamed, sameTable, schemaOf } from './table-names'
import { takeOver } from './take-over'

export { foldsCase, sameTable }

export const emptySchema = (source: Schema['source']): Schema => ({ source, tables: [], blind: [] })

export function tableNamed(schema: Schema, name: TableName, dialect?: string): Table | undefined {
  if (schema.source === 'database' || schema.source === 'replay') return tableByExactName(schema, name)
  return indexed(schema, name, foldsCase(dialect))
}

/** Compares exact names: the database was queried by them, and its search path may not lead to "public". */
const tableByExactName = ({ tables }: Schema, { schema, name }: TableName): Table | undefined =>
  tables.find((one) => one.name.name === name && one.name.schema === schema)

export function columnNamed(table: Table, name: string, dialect?: string): Column | undefined {
  const exact = table.columns.get(name)
  if (exact || !foldsCase(dialect)) return exact
  return [...table.columns.values()].find((one) => fold(one.name) === fold(name))
}

const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether a column is one of these names in another spelling, or a spelling of `deletedAt`. */
export function columnMatcher(names: string[]): (column: string) => boolean {
  const spellings = new Set(['deletedat', ...names.map(spelling)])
  return (column) => spellings.has(spelling(column))
}

export interface Applied {
  at: Origin
  operation: string
  /** `false` means that the change is guarded, and may not have happened. */
  sure: boolean
  dialect?: string
  /** The file that holds the SQL of the change. */
  from?: string
}

/** Changes the schema as the database would. A guarded addition counts as done, a guarded removal as perhaps done. */
export function applyChange(schema: Schema, change: Change, how: Applied): void {
  switch (change.do) {
    case 'createTable':
      return create(schema, change, how)
    case 'dropTable':
      return drop(schema, (table) => table === tableNamed(schema, change.table, how.dialect), how)
    case 'dropSchema':
      return drop(schema, ({ name }) => schemaOf(name) === schemaOf({ schema: change.schema, name: '' }), how)
    case 'dropAllTables':
      return drop(schema, ({ name }) => !change.skip?.includes(name.name), how)
    case 'renameTable':
      return rename(schema, change, how)
    case 'unread':
      return unread(schema, change, how)
    case 'addUnique':
    case 'addReference':
    case 'removeKey':
      return changeKeys(schema, change, how)
    default:
      changeColumns(tableFor(schema, change.table, how), change, how)
  }
}

const columnFrom = (spec: ColumnSpec, { at, operation, from }: Applied): Column => ({
  ...spec,
  at,
  operation,
  ...(from !== undefined && { from }),
})

function create(schema: Schema, change: Extract<Change, { do: 'createTable' }>, how: Applied): void {
  const there = tableNamed(schema, change.table, how.dialect)
  if (there && !there.perhapsGone && !there.createdElsewhere) return
  const table: Table = there ?? { name: change.table, columns: new Map(), at: how.at }
  // If the table was altered before it is made, or is perhaps gone, the new one may lack the old columns.
  const gone = there?.createdElsewhere ? 'early' : true
  if (there) for (const column of there.columns.values()) column.perhapsGone ??= gone
  for (const spec of change.columns)
    if (!table.columns.has(spec.name) || table.columns.get(spec.name)?.perhapsGone)
      table.columns.set(spec.name, columnFrom(spec, how))
  const isOpen = takeOver(schema, table, change, how)
  table.open = (isOpen ? change.open : undefined) ?? (there?.perhapsGone ? there.open : undefined)
  table.at = how.at
  delete table.perhapsGone
  delete table.createdElsewhere
  if (!there) push(schema, table)
}

function drop(schema: Schema, which: (table: Table) => boolean, { sure }: Applied): void {
  if (sure) schema.tables = schema.tables.filter((table) => !which(table))
  else for (const table of schema.tables) if (which(table)) table.perhapsGone = true
}

function rename(schema: Schema, change: Extract<Change, { do: 'renameTable' }>, how: Applied): void {
  const table = tableFor(schema, change.table, how)
  const to = { schema: change.table.schema, ...change.to }
  // Two tables cannot have one name: a table of this name that was perhaps gone is gone.
  schema.tables = schema.tables.filter((one) => one === table || !one.perhapsGone || !sameTable(one.name, to))
  table.name = to
  renamed(schema)
}

/** Finds the table, or adds one that the history changes without making it. */
function tableFor(schema: Schema, name: TableName, { at, dialect }: Applied): Table {
  const there = tableNamed(schema, name, dialect)
  if (there) return there
  const table: Table = { name, columns: new Map(), at, createdElsewhere: true }
  push(schema, table)
  return table
}

function unread(schema: Schema, change: Extract<Change, { do: 'unread' }>, how: Applied): void {
  if (change.tables.length === 0)
    schema.blind.push({ unknown: change.unknown, ...(change.columns && { columns: change.columns }) })
  for (const name of change.tables) tableFor(schema, name, how).open = change.unknown
  if (change.takes) take(schema, change, how)
}

/** Marks the columns that an unread removal may have removed as perhaps gone. */
function take(
  schema: Schema,
  { tables, columns }: Extract<Change, { do: 'unread' }>,
  { dialect }: Applied,
): void {
  const hit = tables.length ? tables.map((name) => tableNamed(schema, name, dialect)) : schema.tables
  for (const table of hit) {
    if (!table) continue
    const named = columns?.map((name) => columnNamed(table, name, dialect)) ?? [...table.columns.values()]
    for (const column of named) if (column) column.perhapsGone = true
  }
}

/** Removes a column and the keys that contain it. */
function forget(table: Table, column: string): void {
  const isLeft = ({ columns }: Unique | Reference) => !columns.includes(column)
  table.columns.delete(column)
  if (table.uniques) table.uniques = table.uniques.filter(isLeft)
  if (table.references) table.references = table.references.filter(isLeft)
}

type KeyChange = Extract<Change, { do: 'addUnique' | 'addReference' | 'removeKey' }>

/** Applies a change of keys. It ignores tables that the history does not know. */
function changeKeys(schema: Schema, change: KeyChange, { at, dialect }: Applied): void {
  const table = change.table && tableNamed(schema, change.table, dialect)
  if (change.do === 'removeKey') {
    for (const one of table ? [table] : change.table ? [] : schema.tables) removeKey(one, change)
  } else if (table && change.do === 'addUnique') (table.uniques ??= []).push({ ...change.unique, at })
  else if (table && change.do === 'addReference') (table.references ??= []).push({ ...change.reference, at })
}

function removeKey(table: Table, { name, columns }: Extract<Change, { do: 'removeKey' }>): void {
  const concernsColumn = (key: Unique | Reference) =>
    columns
      ? String(key.columns) === String(columns)
      : name !== undefined && namesOf(key, table).includes(name)
  table.uniques = uniquesOf(table).filter((one) => !concernsColumn(one))
  table.references = referencesOf(table).filter((one) => !concernsColumn(one))
  for (const column of table.columns.values()) {
    delete column.unique
    delete column.references
  }
}

/** Returns the key's own name, or else those that Sequelize and the databases generate for it. */
const namesOf = (key: Unique | Reference, table: Table): string[] => {
  const { name, columns } = key
  // MySQL names the primary key PRIMARY, whatever name it was given.
  if ('primary' in key) return ['PRIMARY', name ?? `${table.name.name}_pkey`]
  const base = [table.name.name, ...columns].join('_')
  const endings = ['', '_key', '_uk', '_unique', '_fkey', '_fk']
  const defaultNames = [...endings.map((ending) => base + ending), columns[0] ?? '']
  return name === undefined ? defaultNames : [name]
}

/** Returns the unique keys of the table, with those in the definitions of its columns. */
export const uniquesOf = ({ columns, uniques = [] }: Table): Unique[] => [
  ...[...columns.values()].flatMap(({ name, unique, at }) => (unique && at ? [{ columns: [name], at }] : [])),
  ...uniques,
]

export const referencesOf = ({ columns, references = [] }: Table): Reference[] => [
  ...[...columns.values()].flatMap(({ name, references: to, at }) =>
    to && at ? [{ columns: [name], ...to, at }] : [],
  ),
  ...references,
]

type ColumnChange = Extract<Change, { do: 'addColumn' | 'removeColumn' | 'renameColumn' | 'changeColumn' }>

function changeColumns(table: Table, change: ColumnChange, how: Applied): void {
  const { columns } = table
  const named = (name: string) => columnNamed(table, name, how.dialect)
  switch (change.do) {
    case 'addColumn': {
      const there = named(change.column.name)
      if (!there || there.perhapsGone) columns.set(change.column.name, columnFrom(change.column, how))
      return
    }
    case 'removeColumn': {
      const there = named(change.column)
      if (there && how.sure) forget(table, there.name)
      else if (there) there.perhapsGone = true
      return
    }
    case 'renameColumn': {
      const there = named(change.column)
      if (!there && !how.sure) return
      if (there) columns.delete(there.name)
      for (const key of [...(table.uniques ?? []), ...(table.references ?? [])])
        key.columns = key.columns.map((name) => (name === change.column ? change.to : name))
      columns.set(change.to, { ...there, ...columnFrom({ name: change.to }, how) })
      return
    }
    case 'changeColumn': {
      const there = named(change.column.name)
      const spec = Object.fromEntries(
        Object.entries(change.column).filter(([key, value]) => key !== 'name' && value !== undefined),
      )
      if (there) Object.assign(there, spec)
      else if (how.sure) columns.set(change.column.name, columnFrom(change.column, how))
    }
  }
}
