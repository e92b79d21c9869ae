/** Builds queries that differ between databases only by their quotes, and groups catalog rows. */

import type { Dialect, Question, Relation, Row } from '../types'

export const quotedTable = (
  { quote }: Pick<Dialect, 'quote'>,
  { schema, name }: Pick<Relation, 'schema' | 'name'>,
) => (schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`)

/** Counts the rows in which this column has a value: the soft-deleted rows. */
export const deletedRows = (dialect: Dialect, relation: Relation, column: string): Question<number> => ({
  sql: `SELECT count(*) AS n FROM ${quotedTable(dialect, relation)} WHERE ${dialect.quote(column)} IS NOT NULL`,
  read: ([row]) => Number(row?.n ?? 0),
})

/** Groups the rows of a catalog, one per column, into relations. */
export function grouped(
  rows: Row[],
  relation: (row: Row) => Omit<Relation, 'columns'>,
  column: (row: Row) => Relation['columns'][number] | undefined,
): Relation[] {
  const found = new Map<string, Relation>()
  for (const row of rows) {
    const key = `${row.schema ?? ''}\0${row.name}`
    const known = found.get(key) ?? { ...relation(row), columns: [] }
    found.set(key, known)
    const one = column(row)
    if (one) known.columns.push(one)
  }
  return [...found.values()]
}
