/** The tables and columns that a change is about. */

import type { Change, TableName } from '../../types'

/** None where it may be any table. */
export function tablesOf(change: Change): TableName[] {
  if (change.do === 'unread') return change.tables
  if (change.do === 'renameTable') return [change.table, change.to]
  return 'table' in change && change.table ? [change.table] : []
}

/** undefined where it may be any column. */
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

/** An unread change takes away what the change that it stands for would have taken. */
export const taking = (change: Change, unread: Change): Change =>
  unread.do === 'unread' && removals.includes(change.do) ? { ...unread, takes: true } : unread
