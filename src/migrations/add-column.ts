/** `queryInterface.addColumn(table, column, specification)` */

import type { Change } from '../types'
import { columnIn, everyCase, type Operation, tableIn, textIn, unreadIn } from './operation'

export const addColumn: Operation = {
  method: 'addColumn',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const [table, column] = [tableIn(one), textIn(call.args[1])]
      if (table && column) return [{ do: 'addColumn', table, column: columnIn(column, call.args[2]) }]
      return [
        {
          do: 'unread',
          tables: table ? [table] : [],
          unknown: unreadIn(call, one, call.args[1]),
          ...(column && { columns: [column] }),
        },
      ]
    }),
}
