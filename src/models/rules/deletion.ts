/** Whether Sequelize uses a deletion column, and which: paranoid, timestamps, deletedAt, underscored. */
import type { Entry, Model, Unknown } from '../../types'
import { columnOf } from './column'
import { type Declared, declaredAttribute } from './declared'
import { type Facts, note, source } from './facts'
import { attributeFault, type Broken, optionFault, queryFault } from './faults'
import {
  because,
  either,
  isUnknown,
  type MadeEntry,
  quote,
  type Settled,
  show,
  truth,
  unknown,
} from './known'
import type { Found } from './options'

export type Deletion = Pick<
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

/** R10 to R20. */
export function deletionOf(facts: Facts, broken?: Broken): Deletion {
  const option = facts.read('paranoid')
  const paranoid = truth(option.value)
  note(facts, 'R11', `paranoid is ${show(option.value)} by ${source(option)}.`, option.entry?.at)
  if (paranoid === false) return { paranoid, needsColumn: false }
  const made = { paranoid, ...places(option), deletedAtOption: facts.read('deletedAt').entry }
  if (broken) return { ...made, needsColumn: false, ...faulty(facts, paranoid, broken) }
  return { ...made, ...used(facts, paranoid, made.paranoidAt) }
}

function places({ entry }: Found): Pick<Model, 'paranoidAt' | 'paranoidValueAt'> {
  if (!entry) return {}
  const byDecorator = (entry as MadeEntry).byDecorator !== undefined
  return { paranoidAt: entry.at, paranoidValueAt: byDecorator ? undefined : entry.valueAt }
}

function used(
  facts: Facts,
  paranoid: true | Unknown,
  at: Entry['at'] | undefined,
): Partial<Deletion> & NeedsColumn {
  const timestamps = timestampsOf(facts)
  if (timestamps === false) return inert(facts, paranoid, at)
  const named = attributeOf(facts)
  const declared = isUnknown(named) || named === undefined ? undefined : declaredAttribute(facts, named)
  const known = isUnknown(declared) ? undefined : declared
  const active = isUnknown(paranoid) ? paranoid : timestamps
  const stop =
    optionFault(facts) ?? (typeof named === 'string' ? attributeFault(facts, named, declared) : undefined)
  if (stop || named === undefined)
    return { needsColumn: false, declared: known?.entry, ...faulty(facts, active, stop) }
  if (isUnknown(active) || isUnknown(facts.read('deletedAt').value)) {
    const needsColumn = isUnknown(active)
      ? active
      : because(facts.read('deletedAt').value as Unknown, 'deletedAt')
    note(facts, 'R10', `Whether the column is used cannot be told: ${needsColumn.why}.`, needsColumn.at)
    return { needsColumn, attribute: needsColumn, column: needsColumn, declared: known?.entry }
  }
  return inUse(facts, named, declared)
}

type NeedsColumn = Pick<Deletion, 'needsColumn'>

function inUse(facts: Facts, attribute: string | Unknown, declared: Declared | Unknown | undefined) {
  const column = isUnknown(attribute) ? attribute : columnOf(facts, attribute, declared)
  const known = isUnknown(declared) ? undefined : declared
  const fault = queryFault(facts, column, known)
  return { needsColumn: true, attribute, column, declared: known?.entry, ...faulty(facts, true, fault) }
}

function timestampsOf(facts: Facts): boolean | Unknown {
  const option = facts.read('timestamps')
  const timestamps = option.from === 'default' ? true : truth(option.value)
  const value = option.from === 'default' ? 'true' : show(option.value)
  note(facts, 'R10', `timestamps is ${value} by ${source(option)}.`, option.entry?.at)
  return isUnknown(timestamps) ? because(timestamps, 'timestamps') : timestamps
}

function inert(facts: Facts, paranoid: true | Unknown, at: Entry['at'] | undefined) {
  if (isUnknown(paranoid)) return { needsColumn: false }
  const says =
    'timestamps is off, so paranoid does nothing: no column is used, and destroy() deletes rows for good'
  note(facts, 'R10', `${says}.`, at)
  const fault = { rule: 'inert-paranoid' as const, says, at: at ?? facts.definition.origin }
  return { needsColumn: false, fault }
}

function faulty(facts: Facts, active: boolean | Unknown, broken: Broken | undefined): Partial<Deletion> {
  if (!broken) return {}
  note(facts, broken.rule, `${broken.says}.`, broken.at)
  if (active !== true) return {}
  return { fault: { rule: 'broken-paranoid', says: broken.says, at: broken.at ?? facts.definition.origin } }
}

/** R12, R15 and R32; undefined: version 1 without a name uses none. */
function attributeOf(facts: Facts): string | Unknown | undefined {
  const option = facts.read('deletedAt')
  if (isUnknown(option.value)) return because(option.value, 'deletedAt')
  const name = namedBy(facts, option)
  if (name === undefined || isUnknown(name)) return name
  const by = option.entry ? `deletedAt is ${show(option.value)} by ${source(option)}` : 'deletedAt is not set'
  note(facts, 'R12', `${by}: the attribute is ${quote(name)}.`, option.entry?.at)
  return name
}

function namedBy({ edition, read, inflector }: Facts, { value, entry }: Found): string | Unknown | undefined {
  const snaked = (name: string) =>
    either(truth(read('underscored').value), inflector.underscore(name), name, 'underscored')
  if (edition.snaked === 'attribute') {
    return value === undefined && !entry ? snaked('deletedAt') : value ? snaked(String(value)) : undefined
  }
  if (edition.strictDeletedAt) return typeof value === 'string' ? value : 'deletedAt'
  if (!value) return edition.snaked === 'default' ? snaked('deletedAt') : 'deletedAt'
  return textOf(value, entry!)
}

/** What JavaScript makes of a value as a property's name. */
function textOf(value: Settled, entry: Entry): string | Unknown {
  if (typeof value !== 'object' || value === null) return String(value)
  return value.kind === 'object'
    ? '[object Object]'
    : unknown(show(value), entry.valueAt, 'deletedAt is a list')
}
