/** Reads `queryInterface.createTable(table, attributes, options)`. */

import type { Change, ColumnSpec, ObjectValue, TableName, Value } from '../types'
import { isObject } from '../values'
import { namesIn } from './add-index'
import { columnIn, everyCase, type Operation, type OperationCall, tableIn, unreadIn } from './operation'

/** Returns the columns; some migrations nest them as `{ columns: { … } }`. */
function columnsOf(attributes: ObjectValue): ObjectValue {
  const own = attributes.entries.get('columns')?.value
  return isObject(own) && !attributes.entries.has('id') ? own : attributes
}

/** Reads the columns; an attribute's `field` names its column, as in a model. */
function columnsIn({ args: [, attributes] }: OperationCall): ColumnSpec[] {
  if (!isObject(attributes)) return []
  return [...columnsOf(attributes).entries].map(([key, { value }]) => {
    const field = isObject(value) ? value.entries.get('field')?.value : undefined
    const name = typeof field === 'string' ? field : key
    return columnIn(name, value)
  })
}

function openIn(call: OperationCall): Extract<Change, { do: 'createTable' }>['open'] {
  const attributes = call.args[1]
  if (!isObject(attributes)) return unreadIn(call, attributes)
  return attributes.open
}

/** `{ schema }` in the options counts if the table's name has no schema. */
function tableOf(name: Value, options: Value): TableName | undefined {
  const table = tableIn(name)
  const schema = isObject(options) ? options.entries.get('schema')?.value : undefined
  return table && !table.schema && typeof schema === 'string' ? { ...table, schema } : table
}

/** Reads `{ uniqueKeys: { name: { fields } } }` from the options. */
function uniqueKeys(table: TableName, options: Value): Change[] {
  const keys = isObject(options) ? options.entries.get('uniqueKeys')?.value : undefined
  return (isObject(keys) ? [...keys.entries] : []).flatMap(([name, { value }]): Change[] => {
    const columns = namesIn(isObject(value) ? value.entries.get('fields')?.value : undefined)
    return columns ? [{ do: 'addUnique', table, unique: { name, columns } }] : []
  })
}

/** Returns a primary key of several columns. One of a single column never conflicts with a deleted row's id. */
function primaryKey(
  { args: [, attributes] }: OperationCall,
  table: TableName,
  columns: ColumnSpec[],
): Change[] {
  if (!isObject(attributes)) return []
  const values = [...columnsOf(attributes).entries.values()]
  const its = columns.filter((_, index) => {
    const value = values[index]?.value
    return isObject(value) && value.entries.get('primaryKey')?.value === true
  })
  const named = its.map(({ name }) => name)
  return named.length > 1 ? [{ do: 'addUnique', table, unique: { columns: named, primary: true } }] : []
}

export const createTable: Operation = {
  method: 'createTable',
  namesItsTable: true,
  changes: (call) =>
    everyCase(call.args[0]).flatMap((one): Change[] => {
      const table = tableOf(one, call.args[2])
      // Ignores a table with an unknown name, because no model is known to use it.
      if (!table) return []
      const columns = columnsIn(call)
      const made: Change = { do: 'createTable', table, columns, open: openIn(call) }
      return [made, ...uniqueKeys(table, call.args[2]), ...primaryKey(call, table, columns)]
    }),
}
