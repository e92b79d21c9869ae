/** Reads `queryInterface.addColumn(table, column, specification)`. */

import type { Change } from '../types'
import { isObject } from '../values'
import { columnsOf } from './add-columns'
import {
  columnIn,
  everyCase,
  type Operation,
  type OperationCall,
  tableIn,
  textIn,
  unreadIn,
} from './operation'

export const addColumn: Operation = {
  method: 'addColumn',
  namesItsTable: true,
  changes: (call) => (isObject(call.args[1]) ? columnsOf(call) : named(call)),
}

const named = (call: OperationCall): Change[] =>
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
  })
