/** Reads a model's uniques: `unique: true` of an attribute, `indexes: [{ unique: true, fields }]`. */

import type { Unique } from '../../types'
import { isObject, isUnknown } from '../../values'
import { columnOf } from './column'
import { declaredAttribute } from './declared'
import { type Facts, placeOf } from './facts'
import type { Settled } from './known'

/** Returns the uniques. Omits those that cannot be read, and adds nothing to the trace. */
export function uniquesOf(all: Facts): Unique[] {
  const facts = { ...all, trace: [] }
  return [...ofAttributes(facts), ...ofIndexes(facts)]
}

/** Attributes with the same name of a unique are unique together. */
function ofAttributes(facts: Facts): Unique[] {
  if (!isObject(facts.attributes)) return []
  const found = new Map<string, Unique>()
  for (const [attribute, { at }] of facts.attributes.entries) {
    const [name, column] = [nameIn(facts, attribute), columnNamed(facts, attribute)]
    if (name === undefined || column === undefined) continue
    const together = found.get(name || attribute)
    if (together && name) together.columns.push(column)
    else found.set(name || attribute, { columns: [column], at, ...(name && { name }) })
  }
  return [...found.values()]
}

/** Returns the name of an attribute's unique, '' if it has none, undefined if the attribute is not unique. */
function nameIn(facts: Facts, attribute: string): string | undefined {
  const declared = declaredAttribute(facts, attribute)
  if (!declared || isUnknown(declared) || declared.read('primaryKey').value === true) return undefined
  const unique = declared.read('unique').value
  if (unique === true) return ''
  if (typeof unique === 'string') return unique
  const name = isObject(unique) ? facts.settle(unique.entries.get('name')?.value) : undefined
  return isObject(unique) ? (typeof name === 'string' ? name : '') : undefined
}

function columnNamed(facts: Facts, attribute: string): string | undefined {
  const column = columnOf(facts, attribute, declaredAttribute(facts, attribute))
  return isUnknown(column) ? undefined : column
}

function ofIndexes(facts: Facts): Unique[] {
  const indexes = facts.read('indexes')
  return itemsOf(indexes.value).flatMap((item): Unique[] => {
    const index = facts.settle(item)
    if (!isObject(index)) return []
    const read = (key: string) => facts.settle(index.entries.get(key)?.value)
    const fields = itemsOf(read('fields'))
    const columns = fields.flatMap((field) => fieldIn(facts, facts.settle(field)) ?? [])
    const isUnique = read('unique') === true || /^unique$/i.test(String(read('type')))
    if (!isUnique || !columns.length || columns.length < fields.length) return []
    const [name, where] = [read('name'), read('where')]
    return [
      {
        columns,
        ...(typeof name === 'string' && { name }),
        ...(isObject(where) && { where: [...where.entries.keys()].map((key) => columnIn(facts, key)) }),
        at: index.at ?? placeOf(indexes, facts),
      },
    ]
  })
}

const itemsOf = (value: Settled) =>
  typeof value === 'object' && value?.kind === 'list' && !value.open ? value.items : []

function fieldIn(facts: Facts, field: Settled): string | undefined {
  const named = isObject(field) ? (field.entries.get('name') ?? field.entries.get('attribute'))?.value : field
  return typeof named === 'string' ? columnIn(facts, named) : undefined
}

/** Returns the column of a declared attribute; any other name is a column itself. */
function columnIn(facts: Facts, name: string): string {
  const isDeclared = isObject(facts.attributes) && facts.attributes.entries.has(name)
  return (isDeclared ? columnNamed(facts, name) : undefined) ?? name
}
