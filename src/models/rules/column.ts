/** Determines the column of an attribute (R14, R15, R32). */

import type { Unknown } from '../../types'
import { isUnknown } from '../../values'
import { type Declared, fieldOf } from './declared'
import { type Facts, note, placeOf } from './facts'
import { because, either, quote, show, truth, unknown } from './known'
import type { FoundOption } from './options'

export function columnOf(
  facts: Facts,
  attribute: string,
  declared: Declared | Unknown | undefined,
): string | Unknown {
  if (isUnknown(declared)) {
    const column = because(declared, `the attribute ${quote(attribute)}`)
    note(facts, 'R14', `The column cannot be told: ${column.why}.`, column.at)
    return column
  }
  if (declared) note(facts, 'R16', `The attribute ${quote(attribute)} is declared.`, declared.entry.at)
  const field = declared && fieldOf(facts, declared)
  return field ? byField(facts, field) : byName(facts, attribute)
}

function byField(facts: Facts, field: FoundOption): string | Unknown {
  const { value, entry } = field
  if (isUnknown(value)) {
    note(facts, 'R14', `The column cannot be told: ${value.why}.`, value.at)
    return value
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    return unknown(show(value), placeOf(field, facts), 'the name of the column is not a string')
  }
  note(facts, 'R14', `The attribute names its column: ${quote(value)}.`, entry?.at)
  return String(value)
}

function byName(facts: Facts, attribute: string): string | Unknown {
  if (facts.edition.snaked !== 'column') return plainly(facts, attribute)
  const option = facts.read('underscored')
  const flag = truth(option.value)
  const column =
    flag === false ? attribute : either(flag, facts.inflector.underscore(attribute), attribute, 'underscored')
  if (flag !== true) return plainly(facts, column)
  note(
    facts,
    'R14',
    `underscored is set: the column of ${quote(attribute)} is ${show(column)}.`,
    option.entry?.at,
  )
  return column
}

function plainly(facts: Facts, column: string | Unknown): string | Unknown {
  const says = isUnknown(column)
    ? `The column cannot be told: ${column.why}.`
    : `The column is ${quote(column)}.`
  note(facts, 'R14', says, isUnknown(column) ? column.at : undefined)
  return column
}
