/** Converts the names of a change to those that Sequelize sends, which may differ from those in the code. */

import { written, writtenTable } from '../dialects'
import type { Change, ColumnSpec } from '../types'

interface Writer {
  dialect?: string
  /** Sequelize's version. */
  sequelize?: string
}

/** Converts a change that the queryInterface makes; Sequelize sends raw SQL unchanged. */
export function asWritten(change: Change, { dialect, sequelize }: Writer): Change {
  const name = (one: string) => written(one, dialect, sequelize)
  const table = <T extends Parameters<typeof writtenTable>[0]>(one: T) => ({
    ...one,
    ...writtenTable(one, dialect, sequelize),
  })
  const column = (one: ColumnSpec): ColumnSpec => ({
    ...one,
    name: name(one.name),
    ...(one.references && { references: { ...one.references, to: table(one.references.to) } }),
  })
  switch (change.do) {
    case 'createTable':
      return { ...change, table: table(change.table), columns: change.columns.map(column) }
    case 'addColumn':
    case 'changeColumn':
      return { ...change, table: table(change.table), column: column(change.column) }
    case 'removeColumn':
      return { ...change, table: table(change.table), column: name(change.column) }
    case 'renameColumn':
      return { ...change, table: table(change.table), column: name(change.column), to: name(change.to) }
    case 'renameTable':
      return { ...change, table: table(change.table), to: table(change.to) }
    case 'dropTable':
      return { ...change, table: table(change.table) }
    case 'unread':
      return { ...change, tables: change.tables.map(table) }
    default:
      return change
  }
}
