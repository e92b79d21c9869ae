/** What a change is worth that runs only on a condition: what it adds is there afterwards, what it takes is perhaps gone. */

import type { Change, TableName } from '../../types'
import { type Script, unread } from './script'

export function guarded(change: Change, text: string, script: Script): Change {
  if (change.do === 'createTable') return { ...change, ifNotExists: true }
  const tables = takenFrom(change)
  return tables ? unread(text, script, 'it runs only on a condition', tables) : change
}

/** The tables that may have lost something; undefined where nothing is taken. */
function takenFrom(change: Change): TableName[] | undefined {
  switch (change.do) {
    case 'dropTable':
    case 'removeColumn':
    case 'renameColumn':
      return [change.table]
    case 'renameTable':
      return [change.table, change.to]
    case 'dropSchema':
    case 'dropAllTables':
      return []
    default:
      return undefined
  }
}
