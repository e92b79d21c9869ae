/**
 * Reads decorators of `@sequelize/core` (R34). They may not contradict each other. A child class overrides the options
 * of its base; of an attribute that both declare, the settings of the base stay.
 */

import type { DecoratedClass, Decorator, Entry, ObjectValue, Origin, Value } from '../../types'
import { isObject, isPrimitive, isUnknown } from '../../values'
import { attributeBy, modelNameBy, modelOptionsBy, unreadBase, type Written } from './decorators'
import type { Broken } from './faults'
import { type Settle, type Settled, show } from './known'
import { emptyObject, made, objectOf, spread } from './spread'

interface Registered {
  options: ObjectValue
  attributes: ObjectValue
  broken?: Broken
}

export function decoratedByCore(classes: [DecoratedClass, ...DecoratedClass[]], settle: Settle): Written {
  const [nearest] = classes
  let merged: Registered = { options: emptyObject(nearest.at), attributes: emptyObject(nearest.at) }
  for (const one of [...classes].reverse()) merged = inherited(merged, registered(one, settle), settle)
  const name = modelNameBy(nearest, settle)
  const options = spread(merged.options, made('Table', nearest.at, { modelName: name }))
  return { name, ...merged, options }
}

/** Options that a child class does not inherit. */
const OWN = { modelName: undefined, name: undefined, tableName: undefined }

function inherited(base: Registered, own: Registered, settle: Settle): Registered {
  const options = spread(spread(base.options, made('Table', base.options.at, OWN)), own.options)
  const attributes = spread(base.attributes, own.attributes)
  for (const [name, entry] of own.attributes.entries) {
    const before = base.attributes.entries.get(name)
    const ownOptions = before
      ? overridden(before, entry, settle)
      : spread(objectOf(entry), base.attributes.open)
    attributes.entries.set(name, { ...entry, value: ownOptions })
  }
  return { options, attributes, broken: base.broken ?? own.broken }
}

/** Keeps the base's options of an attribute; the child only adds to them. */
function overridden(base: Entry, own: Entry, settle: Settle): ObjectValue {
  const options = objectOf(base)
  const entries = [...options.entries].filter(([, { value }]) => settle(value) !== undefined)
  return spread(objectOf(own), { ...options, entries: new Map(entries) })
}

function registered(one: DecoratedClass, settle: Settle): Registered {
  const attributes = { ...emptyObject(one.at), open: unreadBase(one, settle) }
  const found: Registered = { options: emptyObject(one.at), attributes }
  for (const { name, at, decorators } of one.properties) {
    for (const decorator of [...decorators].reverse()) {
      add(found, found.options, modelOptionsBy(decorator, name), settle)
      const options = attributeOptions(decorator, settle)
      if (options) add(found, attributeNamed(found.attributes, name, at), options, settle)
    }
  }
  add(found, found.options, settle(one.table?.options), settle)
  return found
}

function attributeNamed({ entries }: ObjectValue, name: string, at: Origin): ObjectValue {
  const entry = entries.get(name) ?? { value: emptyObject(at), at, valueAt: at }
  entries.set(name, entry)
  return objectOf(entry)
}

/** Sets options that are not set yet; Sequelize refuses a different value for a set one when it loads the class. */
function add(found: Registered, to: ObjectValue, options: Settled, settle: Settle): void {
  if (isUnknown(options)) to.open = options
  if (!isObject(options)) return
  to.open = options.open ?? to.open
  for (const [key, entry] of options.entries) {
    const before = to.entries.get(key)
    if (!before || settle(before.value) === undefined) to.entries.set(key, entry)
    else if (differ(settle(before.value), settle(entry.value)))
      found.broken ??= clash(key, before, entry, settle)
  }
}

const differ = (one: Settled, other: Settled) => isPrimitive(one) && isPrimitive(other) && one !== other

function clash(key: string, before: Entry, entry: Entry, settle: Settle): Broken {
  const values = [before, entry].map(({ value }) => show(settle(value))).join(' and ')
  const says = `decorators of one class set ${key} to ${values}, and Sequelize 7 throws when the class is loaded`
  return { rule: 'R34', says, at: entry.at }
}

const ATTRIBUTE = new Set(
  'Attribute Column AllowNull NotNull PrimaryKey AutoIncrement Comment Default ColumnName Unique Index ValidateAttribute'.split(
    ' ',
  ),
)

function attributeOptions(decorator: Decorator, settle: Settle): ObjectValue | undefined {
  const { name, args, at } = decorator
  if (!ATTRIBUTE.has(name)) return undefined
  if (name === 'Attribute' || name === 'Column') return attributeBy(decorator, settle)
  const value = settle(args[0]) ?? true
  const options: Record<string, Value> = {}
  if (name === 'ColumnName') options.columnName = value
  if (name === 'Default') options.defaultValue = value
  if (name === 'AllowNull') options.allowNull = value
  if (name === 'Unique') options.unique = value
  if (name === 'NotNull') options.allowNull = isUnknown(value) ? value : !value
  return made(name, at, options)
}
