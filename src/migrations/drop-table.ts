/** `queryInterface.dropTable(table)`, `dropAllTables()`, `dropSchema(schema)` */

import { everyCase, type Operation, tableIn, textIn, unreadIn } from './operation'

export const dropTable: Operation = {
  method: 'dropTable',
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one) => {
      const table = tableIn(one)
      return table ? [{ do: 'dropTable' as const, table }] : []
    }),
}

export const dropAllTables: Operation = { method: 'dropAllTables', changes: () => [{ do: 'dropAllTables' }] }

export const dropSchema: Operation = {
  method: 'dropSchema',
  changes: (call) => {
    const schema = textIn(call.args[0])
    return schema
      ? [{ do: 'dropSchema', schema }]
      : [{ do: 'unread', tables: [], unknown: unreadIn(call, call.args[0]) }]
  },
}
