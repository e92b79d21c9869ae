/** Merges objects as `{ ...under, ...over }` does. */

import type { Entry, ObjectValue, Origin, Unknown, Value } from '../../types'
import { isObject, isUnknown } from '../../values'
import { type DecoratorEntry, hidden, readable, type Settled } from './known'

export const emptyObject = (at: Origin): ObjectValue => ({ kind: 'object', entries: new Map(), at })

/** Returns the object that an entry holds, or an empty one. */
export const objectOf = ({ value, at }: Entry): ObjectValue => (isObject(value) ? value : emptyObject(at))

/** An unread part of `over` may override every key that `over` does not write. */
export function spread(under: ObjectValue, written: Settled): ObjectValue {
  const over = readable(written, under.at)
  const open = isUnknown(over) ? over : isObject(over) ? over.open : undefined
  const entries = new Map(under.entries)
  if (open) for (const [key, entry] of entries) entries.set(key, covered(key, entry, open))
  if (isObject(over)) for (const [key, entry] of over.entries) entries.set(key, entry)
  return { ...under, entries, open: open ?? under.open }
}

function covered(key: string, entry: Entry, open: Unknown): Entry {
  return { at: entry.at, valueAt: open.at, value: hidden(open, key) }
}

/** Makes the options that a decorator sets. */
export function made(byDecorator: string, at: Origin, options: Record<string, Value>): ObjectValue {
  const entries = new Map<string, Entry>()
  for (const [key, value] of Object.entries(options)) {
    const entry: DecoratorEntry = { value, at, valueAt: at, byDecorator }
    entries.set(key, entry)
  }
  return { kind: 'object', entries, at }
}
