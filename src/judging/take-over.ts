/** Copies columns of known tables to a new table. */

import { dialectNamed } from '../dialects'
import type { Change, Column, CopiedColumns, Origin, Schema, Table } from '../types'
import { foldsCase, indexed, sameTable } from './table-names'

type TableCreation = Extract<Change, { do: 'createTable' }>

/** The change that makes the table. */
interface Making {
  at: Origin
  operation: string
  dialect?: string
}

/** @returns whether the table may have unknown columns */
export function takeOver(
  schema: Schema,
  table: Table,
  { open, copies }: TableCreation,
  how: Making,
): boolean {
  if (!open || !copies) return open !== undefined
  const isWhole = copies.map((copy) => {
    const from = indexed(schema, copy.from, foldsCase(how.dialect))
    if (!from || sameTable(from.name, table.name)) return false
    for (const column of columnsOf(from, copy, how))
      if (!table.columns.has(column.name)) table.columns.set(column.name, column)
    const uniques = copy.uniques && from.uniques?.map(({ name: _, ...one }) => ({ ...one, at: how.at }))
    if (uniques) table.uniques = [...(table.uniques ?? []), ...uniques]
    return !from.open && !from.createdElsewhere && !from.perhapsGone
  })
  return isWhole.includes(false)
}

function columnsOf(from: Table, { only, ...kept }: CopiedColumns, how: Making): Column[] {
  const copy = (column: Column, name: string) => copied(column, name, kept, how)
  if (!only) return [...from.columns.values()].map((column) => copy(column, column.name))
  return only.flatMap(({ column, as }) => {
    const there = column === undefined ? undefined : from.columns.get(column)
    // The query names the column, so it exists even if the source table does not show it.
    return there ? [copy(there, as)] : [{ name: as, at: how.at, operation: how.operation }]
  })
}

function copied(
  { type, allowNull, hasDefault, unique, perhapsGone }: Column,
  name: string,
  kept: Omit<CopiedColumns, 'from' | 'only'>,
  { at, operation, dialect }: Making,
): Column {
  return {
    name,
    at,
    operation,
    ...(type !== undefined && !dialectNamed(dialect)?.copiesUntyped && { type }),
    ...(kept.allowNull && allowNull !== undefined && { allowNull }),
    ...(kept.hasDefault && hasDefault !== undefined && { hasDefault }),
    ...(kept.uniques && unique && { unique }),
    ...(perhapsGone && { perhapsGone }),
  }
}
