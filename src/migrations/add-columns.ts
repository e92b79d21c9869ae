/** Reads node-pg-migrate's `addColumns(table, { name: definition })`, `dropColumns(table, names)` and `dropColumn`. */

import type { Change, TableName } from '../types'
import { isObject } from '../values'
import { columnIn, type Operation, type OperationCall, tableIn, textIn, unreadIn } from './operation'

const unread = (call: OperationCall, table: TableName | undefined): Extract<Change, { do: 'unread' }> => ({
  do: 'unread',
  tables: table ? [table] : [],
  unknown: unreadIn(call, call.args[0], call.args[1]),
})

/** Adds each column of an object of definitions. */
export function columnsOf(call: OperationCall): Change[] {
  const [name, columns] = call.args
  const table = tableIn(name)
  if (!table || !isObject(columns)) return [unread(call, table)]
  const added = [...columns.entries].map(
    ([key, { value }]): Change => ({ do: 'addColumn', table, column: columnIn(key, value) }),
  )
  return columns.open ? [...added, unread(call, table)] : added
}

export const addColumns: Operation = { method: 'addColumns', changes: columnsOf }

function dropped(call: OperationCall): Change[] {
  const [name, columns] = call.args
  const table = tableIn(name)
  const names = typeof columns === 'object' && columns?.kind === 'list' ? columns.items : [columns]
  return names.map((one): Change => {
    const column = textIn(one)
    return table && column ? { do: 'removeColumn', table, column } : { ...unread(call, table), takes: true }
  })
}

export const dropColumns: Operation[] = ['dropColumns', 'dropColumn'].map((method) => ({
  method,
  changes: dropped,
}))
