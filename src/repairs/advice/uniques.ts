/** Finds uniques that soft-deleted rows still occupy, and uniques that have no effect. */

import { dialectOr, LIVE } from '../../dialects'
import { columnNamed, foldsCase, sameTable, tableNamed, uniquesOf } from '../../judging'
import type { Advice, Model, Schema, TableName, Unique } from '../../types'

/** A model whose soft delete works, according to the code. */
export interface Kept {
  model: Model
  name: string
  table: TableName
  /** The deletion column. */
  column: string
}

export function uniqueAdvice(kept: Kept[], schema: Schema, dialect: string | undefined): Advice[] {
  const tables = schema.tables.filter(({ columns }) => columns.has(LIVE)).map((table) => table.name)
  return kept.flatMap((one) =>
    uniquesFor(one, schema, dialect).flatMap((unique) => {
      const isFirst = !tables.some((table) => sameTable(table, one.table))
      const found = adviceOn(unique, one, dialect, isFirst)
      if (found) tables.push(one.table)
      return found ?? []
    }),
  )
}

/** The uniques of the migrations, and those of the model that the migrations lack. */
function uniquesFor({ model, table, column }: Kept, schema: Schema, dialect: string | undefined): Unique[] {
  const there = tableNamed(schema, table, dialect)
  const built = there ? uniquesOf(there) : []
  const name = (one: string) => (there && columnNamed(there, one, dialect)?.name) ?? one
  const keyOf = ({ columns }: Unique) =>
    columns
      .map((one) => (foldsCase(dialect) ? name(one).toLowerCase() : one))
      .sort()
      .join('\0')
  const known = new Set(built.map(keyOf))
  const written = (model.uniques ?? []).filter((one) => !known.has(keyOf(one)))
  const all = [...built, ...written].filter((one) => !isPartial(one, column, dialect))
  return all.filter((one, index) => all.findIndex((other) => keyOf(other) === keyOf(one)) === index)
}

const isPartial = ({ where = [] }: Unique, column: string, dialect: string | undefined): boolean =>
  dialectOr(dialect).uniques.partial && where.includes(column)

function adviceOn(
  { columns, at, primary }: Unique,
  { name, table, column }: Kept,
  dialect: string | undefined,
  isFirst: boolean,
): Advice | undefined {
  const others = columns.filter((one) => one !== column)
  const isUseless = others.length < columns.length
  // A unique that treats deleted rows separately contains a column for that purpose.
  if (others.length === 0 || (isUseless && !dialectOr(dialect).uniques.nullsDiffer) || others.includes(LIVE))
    return undefined
  const list = others.map((one) => `"${one}"`).join(', ')
  const whole = `("${table.name}": ${list})`
  return {
    kind: isUseless ? 'unique-useless' : 'unique-blocks',
    model: name,
    table,
    message: isUseless
      ? `${name}: a unique of ${list} with "${column}" keeps no two live rows apart, for NULL never equals NULL.`
      : `${name}: a soft-deleted row goes on holding its ${primary ? 'primary key' : 'unique'} ${list}, so it cannot be made anew.`,
    hint: primary
      ? `Give the table an id of its own as primary key ${whole}, and a unique of these columns for live rows only.`
      : `Let the unique hold for live rows only, and remove this one ${whole}.${isUseless ? ' Look for duplicates first.' : ''}`,
    sql: dialectOr(dialect).uniques.live({ table, columns: others, deleted: column, isFirst }),
    at,
  }
}
