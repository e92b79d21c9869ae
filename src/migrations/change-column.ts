/** Reads `queryInterface.changeColumn(table, column, specification)`. */

import type { Change } from '../types'
import { isObject } from '../values'
import { columnIn, everyCase, type Operation, tableIn, textIn } from './operation'

export const changeColumn: Operation = {
  method: 'changeColumn',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      // A `field` in the specification is the column's name, and the second argument then only names the attribute.
      const field = isObject(call.args[2]) ? call.args[2].entries.get('field')?.value : undefined
      const [table, column] = [tableIn(one), textIn(field ?? call.args[1])]
      return table && column ? [{ do: 'changeColumn', table, column: columnIn(column, call.args[2]) }] : []
    }),
}
