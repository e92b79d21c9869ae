/** `queryInterface.removeColumn(table, column)` */

import type { Change } from '../types'
import { everyCase, type Operation, tableIn, textIn } from './operation'

export const removeColumn: Operation = {
  method: 'removeColumn',
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const [table, column] = [tableIn(one), textIn(call.args[1])]
      return table && column ? [{ do: 'removeColumn', table, column }] : []
    }),
}
