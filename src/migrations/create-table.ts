/** `queryInterface.createTable(table, attributes, options)` */

import type { Change, ColumnSpec, Value } from '../types'
import {
  columnIn,
  everyCase,
  isObject,
  type Operation,
  type OperationCall,
  tableIn,
  unreadIn,
} from './operation'

/** An attribute's `field` names its column here, as in a model. */
function columnsIn(attributes: Value): ColumnSpec[] {
  if (!isObject(attributes)) return []
  const own = attributes.entries.get('columns')?.value
  const from = isObject(own) && !attributes.entries.has('id') ? own : attributes
  return [...from.entries].map(([key, { value }]) => {
    const field = isObject(value) ? value.entries.get('field')?.value : undefined
    return columnIn(typeof field === 'string' ? field : key, value)
  })
}

function openIn(call: OperationCall): Extract<Change, { do: 'createTable' }>['open'] {
  const attributes = call.args[1]
  if (!isObject(attributes)) return unreadIn(call, attributes)
  return attributes.open
}

export const createTable: Operation = {
  method: 'createTable',
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const table = tableIn(one)
      // A table whose name is not known is none that a model is known to use.
      return table ? [{ do: 'createTable', table, columns: columnsIn(call.args[1]), open: openIn(call) }] : []
    }),
}
