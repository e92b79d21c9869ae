/** Reads `addConstraint(table, { type, fields, … })`, before version 6 `addConstraint(table, fields, { type, … })`. */

import type { Change } from '../types'
import { isObject } from '../values'
import { namesIn, optionsIn } from './add-index'
import { type Operation, referenceIn, tableIn, textIn } from './operation'

export const addConstraint: Operation = {
  method: 'addConstraint',
  namesItsTable: true,
  changes({ args: [name, second, third] }): Change[] {
    const table = tableIn(name)
    const options = isObject(second) ? second : third
    if (!table || !isObject(options)) return []
    const read = (key: string) => options.entries.get(key)?.value
    const columns = namesIn(isObject(second) ? read('fields') : second)
    const type = String(read('type')).toLowerCase()
    if (!columns) return []
    if (type === 'primary key' && columns.length > 1)
      return [{ do: 'addUnique', table, unique: { columns, ...optionsIn(options), primary: true } }]
    if (type === 'unique') return [{ do: 'addUnique', table, unique: { columns, ...optionsIn(options) } }]
    const target = type === 'foreign key' && referenceIn(read('references'), read('onDelete'))
    if (!target) return []
    const { name: called } = optionsIn(options)
    return [{ do: 'addReference', table, reference: { columns, ...target, ...(called && { name: called }) } }]
  },
}

export const removeConstraint: Operation = {
  method: 'removeConstraint',
  namesItsTable: true,
  changes({ args: [name, which] }): Change[] {
    const [table, called] = [tableIn(name), textIn(which)]
    return table && called ? [{ do: 'removeKey', table, name: called }] : []
  },
}
