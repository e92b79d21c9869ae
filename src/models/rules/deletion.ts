/** Decides from paranoid, timestamps, deletedAt and underscored whether Sequelize uses a deletion column, and which. */

import type { Model, Origin, Unknown } from '../../types'
import { isUnknown } from '../../values'
import { columnOf } from './column'
import { type Declared, declaredAttribute } from './declared'
import { type Facts, flagOf, note, placeOf, source } from './facts'
import { attributeFault, type Broken, optionFault } from './faults'
import { because, decoratorOf, either, quote, type Settled, sentence, show, truth, unknown } from './known'
import type { FoundOption } from './options'
import { queryFault } from './query-faults'

type Deletion = Pick<
  Model,
  | 'paranoid'
  | 'needsColumn'
  | 'attribute'
  | 'column'
  | 'fault'
  | 'paranoidAt'
  | 'paranoidValueAt'
  | 'deletedAtOption'
  | 'declared'
>

/** R10 to R20. @param broken the fault of decorators that contradict each other */
export function deletionOf(facts: Facts, broken?: Broken): Deletion {
  const paranoid = flagOf(facts, 'paranoid', false)
  if (paranoid === false) return { paranoid, needsColumn: false }
  const found = { paranoid, ...places(facts), deletedAtOption: facts.read('deletedAt').entry }
  if (broken) return { ...found, needsColumn: false, ...faulty(facts, paranoid, broken) }
  const timestamps = flagOf(facts, 'timestamps', true)
  if (timestamps === false) return { ...found, needsColumn: false, ...inert(facts, found) }
  return { ...found, ...used(facts, isUnknown(paranoid) ? paranoid : unsure(timestamps)) }
}

const unsure = (timestamps: true | Unknown) =>
  isUnknown(timestamps) ? because(timestamps, 'timestamps') : timestamps

function places({ read }: Facts): Pick<Model, 'paranoidAt' | 'paranoidValueAt'> {
  const { entry } = read('paranoid')
  if (!entry) return {}
  const byDecorator = decoratorOf(entry) !== undefined
  return { paranoidAt: entry.at, paranoidValueAt: byDecorator ? undefined : entry.valueAt }
}

function inert(
  facts: Facts,
  { paranoid, paranoidAt }: Pick<Model, 'paranoid' | 'paranoidAt'>,
): Pick<Model, 'fault'> {
  if (isUnknown(paranoid)) return {}
  const says =
    'timestamps is off, so paranoid does nothing: no column is used, and destroy() deletes rows for good'
  note(facts, 'R10', `${sentence(says)}.`, paranoidAt)
  return { fault: { rule: 'inert-paranoid', says, at: paranoidAt ?? facts.definition.origin } }
}

type Use = Pick<Deletion, 'needsColumn' | 'attribute' | 'column' | 'fault' | 'declared'>

/** @param active whether paranoid and timestamps are both on */
function used(facts: Facts, active: true | Unknown): Use {
  const attribute = attributeOf(facts)
  const declared = typeof attribute === 'string' ? declaredAttribute(facts, attribute) : undefined
  const entry = isUnknown(declared) ? undefined : declared?.entry
  const stop =
    optionFault(facts) ??
    (typeof attribute === 'string' ? attributeFault(facts, attribute, declared) : undefined)
  if (stop || attribute === undefined)
    return { needsColumn: false, declared: entry, ...faulty(facts, active, stop) }
  const doubt = doubtOf(facts, active)
  if (!doubt) return { needsColumn: true, ...columnUsed(facts, attribute, declared) }
  note(facts, 'R10', `Whether the column is used cannot be told: ${doubt.why}.`, doubt.at)
  return { needsColumn: doubt, attribute: doubt, column: doubt, declared: entry }
}

/** Returns the unknown that leaves the use of the column open; an unknown `deletedAt` may be `false`. */
function doubtOf({ read }: Facts, active: true | Unknown): Unknown | undefined {
  const option = read('deletedAt').value
  return isUnknown(active) ? active : isUnknown(option) ? because(option, 'deletedAt') : undefined
}

function columnUsed(
  facts: Facts,
  attribute: string | Unknown,
  declared: Declared | Unknown | undefined,
): Omit<Use, 'needsColumn'> {
  note(facts, 'R10', 'Timestamps are on and paranoid is set: Sequelize uses a column.')
  const column = isUnknown(attribute) ? attribute : columnOf(facts, attribute, declared)
  const known = isUnknown(declared) ? undefined : declared
  const fault = queryFault(facts, attribute, column, known)
  return { attribute, column, declared: known?.entry, ...faulty(facts, true, fault) }
}

function faulty(facts: Facts, active: boolean | Unknown, broken: Broken | undefined): Pick<Model, 'fault'> {
  if (!broken) return {}
  note(facts, broken.rule, `${sentence(broken.says)}.`, broken.at)
  if (active !== true) return {}
  return { fault: { rule: 'broken-paranoid', says: broken.says, at: broken.at ?? facts.definition.origin } }
}

/** R12, R15 and R32. Returns undefined if version 1 has no name and so uses no attribute. */
function attributeOf(facts: Facts): string | Unknown | undefined {
  const option = facts.read('deletedAt')
  if (isUnknown(option.value)) return because(option.value, 'deletedAt')
  const name = namedBy(facts, option, 'deletedAt')
  if (name === undefined || isUnknown(name)) return name
  const by = option.entry ? `deletedAt is ${show(option.value)} by ${source(option)}` : 'deletedAt is not set'
  note(facts, 'R12', `${by}: the attribute is ${quote(name)}.`, option.entry?.at)
  return name
}

/** @param option the value of the timestamp option `key`; it must not be unknown */
export function namedBy(
  facts: Facts,
  option: FoundOption,
  key: 'createdAt' | 'updatedAt' | 'deletedAt',
): string | Unknown | undefined {
  const { edition, read, inflector } = facts
  const { value, entry } = option
  const snaked = (name: string) =>
    either(truth(read('underscored').value), inflector.underscore(name), name, 'underscored')
  if (edition.snaked === 'attribute') {
    return value === undefined && !entry ? snaked(key) : value ? snaked(String(value)) : undefined
  }
  if (edition.strictDeletedAt === 'perhaps' && entry && typeof value !== 'string') {
    return unknown(show(value), entry.valueAt, `Sequelize 6.3.4 changed what such a ${key} means`)
  }
  if (edition.strictDeletedAt) return typeof value === 'string' ? value : key
  if (!value) return edition.snaked === 'default' ? snaked(key) : key
  return textOf(value, placeOf(option, facts))
}

/** Converts a value to a property name as JavaScript does. */
function textOf(value: Settled, at: Origin): string | Unknown {
  if (typeof value !== 'object' || value === null) return String(value)
  return value.kind === 'object' ? '[object Object]' : unknown(show(value), at, 'deletedAt is a list')
}
