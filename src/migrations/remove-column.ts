/** Reads `queryInterface.removeColumn(table, column)`. */

import type { Change } from '../types'
import { everyCase, type Operation, tableIn, textIn, unreadIn } from './operation'

export const removeColumn: Operation = {
  method: 'removeColumn',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one) =>
      everyCase(call.args[1]).map((other): Change => {
        const [table, column] = [tableIn(one), textIn(other)]
        if (table && column) return { do: 'removeColumn', table, column }
        const unknown = unreadIn(call, one, other)
        return {
          do: 'unread',
          takes: true,
          tables: table ? [table] : [],
          unknown,
          ...(column && { columns: [column] }),
        }
      }),
    ),
}
