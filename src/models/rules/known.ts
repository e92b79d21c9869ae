/** Handles values that may be unknown: types, truthiness and wording. */

import type { Entry, Origin, Unknown, Value } from '../../types'
import { isList, isPrimitive, isRef, isUnknown } from '../../values'

/** A value in one case, without any Choice. */
export type Settled = Exclude<Value, { kind: 'choice' }>

/** Replaces a Choice by its alternative in the current case. */
export type Settle = (value: Value) => Settled

/** An entry that a decorator made; the code has no expression to rewrite. */
export interface DecoratorEntry extends Entry {
  byDecorator: string
}

export const decoratorOf = (entry: Entry | DecoratorEntry): string | undefined =>
  'byDecorator' in entry ? entry.byDecorator : undefined

/** Whether a value is a function or class of the project: a reference without package and path. */
export const isOwnCode = (value: Settled): boolean =>
  isRef(value) && value.module === undefined && value.path.length === 0

export const unknown = (text: string, at: Origin, why: string): Unknown => ({
  kind: 'unknown',
  text,
  at,
  why,
})

/** Turns options or attributes from a package into an unknown, because they may contain anything. */
export function readable(value: Settled, at: Origin): Settled {
  return isRef(value) && value.module
    ? { ...unknown(value.text, at, `it is read from ${value.module} at run time`), saysAll: true as const }
    : value
}

/** Returns JavaScript's truthiness of a value (R11); lists and objects are true. */
export function truth(value: Settled): boolean | Unknown {
  return isUnknown(value) ? value : Boolean(value)
}

/** Makes an unknown for something that depends on another unknown. */
export function because(found: Unknown, what: string): Unknown {
  return found.why.startsWith(what) ? found : { ...found, why: `${what} cannot be told: ${found.why}` }
}

/** Makes an unknown for a key that an unread part may set. */
export function hidden(open: Unknown, key: string): Unknown {
  const where = open.saysAll ? 'in a part that cannot be read:' : 'in it, and'
  return { ...open, why: `${key} may be set ${where} ${open.why}` }
}

/** Chooses by `flag`; if it is unknown, returns `yes` if both values are equal, else an unknown. */
export function either<T>(
  flag: boolean | Unknown,
  yes: T | Unknown,
  no: T | Unknown,
  what: string,
): T | Unknown {
  if (!isUnknown(flag)) return flag ? yes : no
  return yes === no ? yes : because(flag, what)
}

/** Capitalises a clause. */
export const sentence = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1)

export const quote = (text: unknown): string => JSON.stringify(text)

/** Formats a value for a sentence. */
export function show(value: Settled): string {
  if (isUnknown(value) || isRef(value)) return value.text
  if (!isPrimitive(value)) return isList(value) ? 'a list' : 'an object'
  return typeof value === 'string' ? quote(value) : String(value)
}
