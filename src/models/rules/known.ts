/** What may be said of a value that is perhaps not known. */

import type { Entry, Origin, Unknown, Value } from '../../types'
import { isList, isPrimitive, isRef, isUnknown } from '../../values'

/** A value in one case: no Choice is left in it. */
export type Settled = Exclude<Value, { kind: 'choice' }>

/** Takes the alternative of the case that is being judged. */
export type Settle = (value: Value) => Settled

/** An entry that a decorator made: there is no expression to rewrite. */
export interface MadeEntry extends Entry {
  byDecorator: string
}

export const decoratorOf = (entry: Entry | MadeEntry): string | undefined =>
  'byDecorator' in entry ? entry.byDecorator : undefined

/** A function or class of the project stands as a reference without package and path. */
export const isOwnCode = (value: Settled): boolean =>
  isRef(value) && value.module === undefined && value.path.length === 0

export const unknown = (text: string, at: Origin, why: string): Unknown => ({
  kind: 'unknown',
  text,
  at,
  why,
})

/** Options or attributes that a package brings: anything may be in them. */
export function readable(value: Settled, at: Origin): Settled {
  return isRef(value) && value.module
    ? { ...unknown(value.text, at, `it is read from ${value.module} at run time`), saysAll: true as const }
    : value
}

/** JavaScript's truthiness (R11); lists and objects are true. */
export function truth(value: Settled): boolean | Unknown {
  return isUnknown(value) ? value : Boolean(value)
}

/** The same unknown, said of something that hangs on it. */
export function because(found: Unknown, what: string): Unknown {
  return found.why.startsWith(what) ? found : { ...found, why: `${what} cannot be told: ${found.why}` }
}

/** A key that an unread part may hold. */
export function hidden(open: Unknown, key: string): Unknown {
  const where = open.saysAll ? 'in a part that cannot be read:' : 'in it, and'
  return { ...open, why: `${key} may be set ${where} ${open.why}` }
}

/** `made` when a yes and a no to `flag` come to the same. */
export function either<T>(
  flag: boolean | Unknown,
  yes: T | Unknown,
  no: T | Unknown,
  what: string,
): T | Unknown {
  if (!isUnknown(flag)) return flag ? yes : no
  return yes === no ? yes : because(flag, what)
}

/** A clause as the beginning of a sentence. */
export const sentence = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1)

export const quote = (text: unknown): string => JSON.stringify(text)

/** A value in the words of a sentence. */
export function show(value: Settled): string {
  if (isUnknown(value) || isRef(value)) return value.text
  if (!isPrimitive(value)) return isList(value) ? 'a list' : 'an object'
  return typeof value === 'string' ? quote(value) : String(value)
}
