/** Reads `queryInterface.renameColumn(table, before, after)`. */

import type { Change } from '../types'
import { everyCase, type Operation, tableIn, textIn, unreadIn } from './operation'

export const renameColumn: Operation = {
  method: 'renameColumn',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const table = tableIn(one)
      const [column, to] = call.args.slice(1, 3).map(textIn)
      if (table && column && to) return [{ do: 'renameColumn', table, column, to }]
      const unknown = unreadIn(call, one, ...call.args.slice(1, 3))
      const tables = table ? [table] : []
      return [
        { do: 'unread', tables, unknown, takes: true, ...(column && { columns: [column] }) },
        { do: 'unread', tables, unknown, ...(to && { columns: [to] }) },
      ]
    }),
}
