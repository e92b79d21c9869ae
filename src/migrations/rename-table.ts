/** Reads `queryInterface.renameTable(before, after)`. */

import type { Change } from '../types'
import { type Operation, tableIn, unreadIn } from './operation'

export const renameTable: Operation = {
  method: 'renameTable',
  changes: (call) => {
    const [table, to] = call.args.map(tableIn)
    if (table && to) return [{ do: 'renameTable', table, to }]
    const unknown = unreadIn(call, ...call.args.slice(0, 2))
    const from: Change = { do: 'unread', tables: table ? [table] : [], unknown, takes: true }
    return to ? [from, { do: 'unread', tables: [to], unknown }] : [from]
  },
}
