/** What holds of a value that is not known, and of one that may be several. */

import type { Origin } from '../types'
import { isUnknown, kindOf, type RChoice, type Ref, type RValue } from './runtime'

/** true or false where it can be told, else undefined. */
export function truthy(value: RValue): boolean | undefined {
  switch (kindOf(value)) {
    case 'primitive':
      return Boolean(value)
    case 'unknown':
      return undefined
    case 'choice': {
      const each = (value as RChoice).of.map((one) => truthy(one.value))
      return each.every((one) => one === each[0]) ? each[0] : undefined
    }
    case 'ref':
      // A value of a package that was never read may be anything; what was made by `new` is an object.
      return (value as Ref).isNew ? true : undefined
    default:
      return true
  }
}

/** So many values one of which it is are told apart. */
const MANY = 16

/** Two possible values become one, where they are the same, else a choice. */
export function join(options: { value: RValue; when: string }[], at: Origin): RValue {
  const flat = options.flatMap(({ value, when }) =>
    kindOf(value) === 'choice' ? (value as RChoice).of : [{ value, when }],
  )
  const distinct: typeof flat = []
  for (const one of flat) {
    if (distinct.length > MANY) break
    if (!distinct.some((other) => same(other.value, one.value))) distinct.push(one)
  }
  if (distinct.length === 1) return distinct[0]!.value
  if (distinct.length > MANY)
    return { kind: 'unknown', text: 'too many cases', at, why: 'it has too many possible values' }
  return { kind: 'choice', of: distinct, at }
}

function same(a: RValue, b: RValue): boolean {
  if (Object.is(a, b)) return true
  if (isUnknown(a) && isUnknown(b)) return a.at.file === b.at.file && a.at.span[0] === b.at.span[0]
  const [one, two] = [a as Ref, b as Ref]
  return (
    kindOf(a) === 'ref' &&
    kindOf(b) === 'ref' &&
    one.module === two.module &&
    !one.args &&
    !two.args &&
    one.path.join('.') === two.path.join('.')
  )
}
