/** `queryInterface.renameTable(before, after)` */

import { type Operation, tableIn, unreadIn } from './operation'

export const renameTable: Operation = {
  method: 'renameTable',
  changes: (call) => {
    const [table, to] = call.args.map(tableIn)
    if (table && to) return [{ do: 'renameTable', table, to }]
    return [
      {
        do: 'unread',
        tables: [table, to].flatMap((one) => one ?? []),
        unknown: unreadIn(call, ...call.args.slice(0, 2)),
      },
    ]
  },
}
