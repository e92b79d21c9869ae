/** Compares names of tables, and finds tables by name. */

import { dialectNamed } from '../dialects'
import type { Schema, Table, TableName } from '../types'

/** Removes the quotes of a name, as Sequelize does before it adds its own. */
export const bare = (name: string): string => name.replace(/^(["'`[])(.*)(["'`\]])$/, '$2')

/** Treats the default schemas `public` and `dbo` as no schema. */
export const schemaOf = ({ schema }: TableName): string =>
  schema === undefined || schema === 'public' || schema === 'dbo' ? '' : bare(schema)

export const sameTable = (one: TableName, other: TableName): boolean =>
  bare(one.name) === bare(other.name) && schemaOf(one) === schemaOf(other)

export const fold = (name: string): string => bare(name).toLowerCase()

/** Whether names that differ only in case are equal. For tables of MySQL it depends on the file system. */
export const foldsCase = (dialect: string | undefined): boolean => dialectNamed(dialect)?.foldsCase === true

/** Maps names to the first table of each name, because long histories look up tables often. */
interface Index {
  tables: Table[]
  /** How many tables the index holds. */
  count: number
  exact: Map<string, Table>
  folded: Map<string, Table>
}

const exactKey = (name: TableName): string => `${schemaOf(name)}\0${bare(name.name)}`
const foldedKey = (name: TableName): string => `${schemaOf(name)}\0${fold(name.name)}`

const indexes = new WeakMap<Schema, Index>()

export function indexed(schema: Schema, name: TableName, folds: boolean): Table | undefined {
  const { exact, folded } = indexOf(schema)
  return exact.get(exactKey(name)) ?? (folds ? folded.get(foldedKey(name)) : undefined)
}

function indexOf(schema: Schema): Index {
  const known = indexes.get(schema)
  if (known?.tables === schema.tables && known.count === schema.tables.length) return known
  const index: Index = { tables: schema.tables, count: 0, exact: new Map(), folded: new Map() }
  for (const table of schema.tables) enter(table, index)
  indexes.set(schema, index)
  return index
}

function enter(table: Table, index: Index): void {
  const [exact, folded] = [exactKey(table.name), foldedKey(table.name)]
  if (!index.exact.has(exact)) index.exact.set(exact, table)
  if (!index.folded.has(folded)) index.folded.set(folded, table)
  index.count++
}

/** Returns the tables of a name in any schema. */
export function inAnySchema({ tables }: Schema, name: string, folds: boolean): Table[] {
  const exact = tables.filter((one) => bare(one.name.name) === bare(name))
  return exact.length || !folds ? exact : tables.filter((one) => fold(one.name.name) === fold(name))
}

export function push(schema: Schema, table: Table): void {
  const index = indexOf(schema)
  schema.tables.push(table)
  enter(table, index)
}

/** Drops the index. Must be called after a table was renamed. */
export const renamed = (schema: Schema): boolean => indexes.delete(schema)
