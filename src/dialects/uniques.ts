/** Makes a unique index for rows that are not soft-deleted, in databases whose indexes may have a condition. */

import type { DialectUniques, LiveUnique } from '../types'

const LONGEST = 63

export const nameOf = ({ table, columns }: LiveUnique): string =>
  [table.name, ...columns]
    .join('_')
    .slice(0, LONGEST - '_live'.length)
    .concat('_live')

/** @param parts gives the parts of the table's name; the default is its schema, if it has one, and its name */
export const byCondition =
  (
    quote: (name: string) => string,
    parts = ({ schema, name }: LiveUnique['table']) => (schema === undefined ? [name] : [schema, name]),
  ): DialectUniques['live'] =>
  (wanted) => {
    const on = parts(wanted.table).map(quote).join('.')
    const list = wanted.columns.map(quote).join(', ')
    return `CREATE UNIQUE INDEX ${quote(nameOf(wanted))} ON ${on} (${list}) WHERE ${quote(wanted.deleted)} IS NULL;`
  }
