/** `queryInterface.renameColumn(table, before, after)` */

import type { Change } from '../types'
import { everyCase, type Operation, tableIn, textIn, unreadIn } from './operation'

export const renameColumn: Operation = {
  method: 'renameColumn',
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const table = tableIn(one)
      const [column, to] = call.args.slice(1, 3).map(textIn)
      if (table && column && to) return [{ do: 'renameColumn', table, column, to }]
      return [
        {
          do: 'unread',
          tables: table ? [table] : [],
          unknown: unreadIn(call, one, ...call.args.slice(1, 3)),
          ...(column && to && { columns: [column, to] }),
        },
      ]
    }),
}
