/** Reads `queryInterface.dropTable(table)`, `dropAllTables()` and `dropSchema(schema)`. */

import { isList, isObject } from '../values'
import { everyCase, type Operation, tableIn, textIn, unreadIn } from './operation'

export const dropTable: Operation = {
  method: 'dropTable',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).map((one) => {
      const table = tableIn(one)
      if (table) return { do: 'dropTable', table }
      return { do: 'unread', takes: true, tables: [], unknown: unreadIn(call, one) }
    }),
}

export const dropAllTables: Operation = {
  method: 'dropAllTables',
  changes: ({ args: [options] }) => {
    const skip = isObject(options) ? options.entries.get('skip')?.value : undefined
    const names = isList(skip) ? skip.items.flatMap((one) => textIn(one) ?? []) : []
    return [{ do: 'dropAllTables', ...(names.length && { skip: names }) }]
  },
}

export const dropSchema: Operation = {
  method: 'dropSchema',
  changes: (call) => {
    const schema = textIn(call.args[0])
    return schema
      ? [{ do: 'dropSchema', schema }]
      : [{ do: 'unread', tables: [], unknown: unreadIn(call, call.args[0]) }]
  },
}
