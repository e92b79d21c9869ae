/** What may be said of a value that is perhaps not known. */
import type { Entry, Origin, TypeRef, Unknown, Value } from '../../types'

/** A value in one case: no Choice is left in it. */
export type Settled = Exclude<Value, { kind: 'choice' }>

/** Takes the alternative of the case that is being judged. */
export type Settle = (value: Value) => Settled

/** An entry that a decorator made: there is no expression to rewrite. */
export interface MadeEntry extends Entry {
  byDecorator: string
}

export const isUnknown = (value: unknown): value is Unknown => kindOf(value) === 'unknown'

export function kindOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? (value as { kind: string }).kind : undefined
}

/** A function or class of the project stands as a reference without package and path. */
export function isFunction(value: Settled): boolean {
  if (kindOf(value) !== 'ref') return false
  const { module, path } = value as TypeRef
  return module === undefined && path.length === 0
}

export const unknown = (text: string, at: Origin, why: string): Unknown => ({
  kind: 'unknown',
  text,
  at,
  why,
})

/** Options or attributes that a package brings: anything may be in them. */
export function readable(value: Settled, at: Origin): Settled {
  if (kindOf(value) !== 'ref' || !(value as TypeRef).module) return value
  const { text, module } = value as TypeRef
  return unknown(text, at, `it is read from ${module} at run time`)
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
  return { ...open, why: `${key} may be set in it, and ${open.why}` }
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
  const kind = kindOf(value)
  if (isUnknown(value)) return value.text
  if (kind === 'ref') return (value as { text: string }).text
  if (kind) return kind === 'list' ? 'a list' : 'an object'
  return typeof value === 'string' ? quote(value) : String(value)
}
