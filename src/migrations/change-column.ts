/** Reads `queryInterface.changeColumn(table, column, specification)`. */

import type { Change } from '../types'
import { columnIn, everyCase, type Operation, tableIn, textIn } from './operation'

export const changeColumn: Operation = {
  method: 'changeColumn',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const [table, column] = [tableIn(one), textIn(call.args[1])]
      return table && column ? [{ do: 'changeColumn', table, column: columnIn(column, call.args[2]) }] : []
    }),
}
