/** Tests the truth of values and joins alternative values into a choice. */

import type { Origin } from '../types'
import { isChoice, isPrimitive, isRef, isUnknown } from '../values'
import type { RValue } from './runtime'

/** The truth of a value; undefined if it is not known. */
export function truthy(value: RValue): boolean | undefined {
  if (isPrimitive(value)) return Boolean(value)
  switch (value.kind) {
    case 'unknown':
      return undefined
    case 'choice': {
      const each = value.of.map((one) => truthy(one.value))
      return each.every((one) => one === each[0]) ? each[0] : undefined
    }
    case 'ref':
      // A value of an unread package may be anything; the result of `new` is an object.
      return value.isNew ? true : undefined
    default:
      return true
  }
}

/** The most alternatives of a choice; more of them become an Unknown. */
const MANY = 16

/** Joins possible values: equal values become one value, different values become a choice. */
export function join(options: { value: RValue; when: string }[], at: Origin): RValue {
  const flat = options.flatMap(({ value, when }) => (isChoice(value) ? value.of : [{ value, when }]))
  const distinct: typeof flat = []
  for (const one of flat) {
    if (distinct.length > MANY) break
    if (!distinct.some((other) => same(other.value, one.value))) distinct.push(one)
  }
  const [first, ...others] = distinct
  if (first && others.length === 0) return first.value
  if (distinct.length > MANY)
    return { kind: 'unknown', text: 'too many cases', at, why: 'it has too many possible values' }
  return { kind: 'choice', of: distinct, at }
}

function same(a: RValue, b: RValue): boolean {
  if (Object.is(a, b)) return true
  if (isUnknown(a) && isUnknown(b)) return a.at.file === b.at.file && a.at.span[0] === b.at.span[0]
  return (
    isRef(a) &&
    isRef(b) &&
    a.module === b.module &&
    !a.args &&
    !b.args &&
    a.path.join('.') === b.path.join('.')
  )
}
