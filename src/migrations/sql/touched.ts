/** Returns the tables and columns that a change affects. */

import type { Change, TableName } from '../../types'

/** Returns [] if it may be any table. */
export function tablesOf(change: Change): TableName[] {
  if (change.do === 'unread') return change.tables
  if (change.do === 'renameTable') return [change.table, change.to]
  return 'table' in change && change.table ? [change.table] : []
}

/** Returns undefined if it may be any column. */
export function columnsOf(change: Change): string[] | undefined {
  switch (change.do) {
    case 'createTable':
      return change.open ? undefined : change.columns.map(({ name }) => name)
    case 'addColumn':
    case 'changeColumn':
      return [change.column.name]
    case 'removeColumn':
      return [change.column]
    case 'renameColumn':
      return [change.column, change.to]
    case 'unread':
      return change.columns
    default:
      return undefined
  }
}

const removals: Change['do'][] = ['dropTable', 'renameTable', 'removeColumn', 'renameColumn']

/** Marks an unread change as a removal if the change that it replaces is one. */
export const taking = (change: Change, unread: Change): Change =>
  unread.do === 'unread' && removals.includes(change.do) ? { ...unread, takes: true } : unread
