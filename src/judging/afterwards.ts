/** Finds problems that remain or arise once the table has the deletion column. */

import type { Afterwards, Model, Table, Unique } from '../types'
import { columnNamed, referencesOf, uniquesOf } from './schema'

export function afterwardsOf(model: Model, table: Table, dialect: string | undefined): Afterwards[] {
  return [...otherColumns(model, table, dialect), ...joinKeyIn(model, table)]
}

/** Finds other columns that the model needs and the table lacks. All columns of the table must be known. */
function otherColumns({ alsoAsksFor = [] }: Model, table: Table, dialect: string | undefined): Afterwards[] {
  const columns = alsoAsksFor.filter((column) => !columnNamed(table, column, dialect))
  if (!columns.length) return []
  const they = columns.length > 1 ? 'they are' : 'it is'
  const says = `The table lacks ${listed(columns)} too, which Sequelize also asks for: queries fail until ${they} added as well, or turned off in the model's options.`
  return [{ kind: 'other-columns', columns, says, ...(table.at && { at: table.at }) }]
}

/** Finds a unique key that blocks a pair made again: `setMembers([a])`, `setMembers([])`, `setMembers([a])`. */
function joinKeyIn({ column }: Model, table: Table): Afterwards[] {
  const keys = uniquesOf(table).filter((one) => one.columns.length > 1 && !isForSome(one, column))
  const key = keys.find(({ primary }) => primary) ?? keys.find((one) => isOfForeignKeys(one, table))
  if (!key) return []
  const its = listed(key.columns)
  const says = key.primary
    ? `${its} are its primary key, which a soft-deleted row goes on holding: a pair that was removed cannot be set again. Give the table an id of its own as primary key and a unique of these columns for live rows only (--advice shows its SQL), or turn paranoid off.`
    : `${its} are unique together, which a soft-deleted row goes on holding: a pair that was removed cannot be set again. Let the unique hold for live rows only (--advice shows its SQL), or turn paranoid off.`
  return [{ kind: 'held-key', columns: key.columns, says, at: key.at }]
}

const isForSome = ({ columns, where = [] }: Unique, column: Model['column']): boolean =>
  typeof column === 'string' && (columns.includes(column) || where.includes(column))

const isOfForeignKeys = ({ columns }: Unique, table: Table): boolean => {
  const keys = referencesOf(table).flatMap((one) => one.columns)
  return columns.every((column) => keys.includes(column))
}

const listed = (names: string[]): string => {
  const quoted = names.map((name) => `"${name}"`)
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' and ')
}
