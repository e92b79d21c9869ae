/** Spreads one object's entries into another, and tracks which keys become unknown. */

import { isPrimitive, isRef, isUnknown } from '../values'
import { MAX_ITEMS } from './bounds'
import { join } from './choices'
import { isTextual } from './making'
import type { Machine, Obj, RValue } from './runtime'
import { type Node, type Source, unknownAt } from './source'

/** Marks the object as open after an unread spread: absent keys may exist, and earlier keys may be overridden. */
export function open(target: Obj, why: NonNullable<Obj['open']>): void {
  target.open = why
  target.unnamed = undefined
  for (const [key, slot] of target.entries) {
    if (isUnknown(slot.value)) continue
    target.entries.set(key, {
      ...slot,
      value: {
        ...why,
        ...(isPrimitive(slot.value) && { text: String(slot.value) }),
        ...(typeof slot.value === 'string' && { written: slot.value }),
        why: `${key} may be overridden there: ${why.why}`,
      },
    })
  }
}

/** Implements `{ ...value }` and `Object.assign(target, value)`. */
export function spreadInto(target: Obj, value: RValue, node: Node, source: Source, m: Machine): void {
  value = m.force(value)
  // A string holds no options.
  if (isTextual(value)) return
  if (isPrimitive(value)) return
  switch (value.kind) {
    case 'function':
      return
    case 'object': {
      const { entries, open: unread } = value
      if (unread) open(target, unread)
      m.budget -= Math.ceil(entries.size / 50)
      if (target.entries.size + entries.size > MAX_ITEMS)
        return open(target, unknownAt(node, source, 'the object grows too large'))
      for (const [key, slot] of entries) {
        m.write(target.entries, key, undefined)
        m.write(target.entries, key, slot)
      }
      return
    }
    case 'choice':
      return spreadChoice(target, value, node, source, m)
    case 'class':
      for (const [key, slot] of value.statics) m.write(target.entries, key, slot)
      return
    default:
      open(target, isUnknown(value) ? value : unknownAt(node, source, notRead(value)))
  }
}

/** Spreads each alternative on its own and joins the values of each key. */
function spreadChoice(
  target: Obj,
  value: Extract<RValue, { kind: 'choice' }>,
  node: Node,
  source: Source,
  m: Machine,
): void {
  const before = new Map(target.entries)
  const results = value.of.map(({ value: one, when }) => {
    const copy: Obj = { ...target, entries: new Map(before) }
    spreadInto(copy, one, node, source, m)
    return { copy, when }
  })
  for (const key of new Set(results.flatMap(({ copy }) => [...copy.entries.keys()]))) {
    const written = results.map(({ copy }) => copy.entries.get(key)).find((slot) => slot)
    if (!written) continue
    // An alternative with an unread part may hold a key that it does not list.
    const valueIn = (copy: Obj) => (copy.entries.has(key) ? copy.entries.get(key)?.value : copy.open)
    const joined = join(
      results.map(({ copy, when }) => ({ value: valueIn(copy), when })),
      value.at,
    )
    m.write(target.entries, key, { ...written, value: joined })
  }
  const unread = results.find(({ copy }) => copy.open)?.copy.open
  if (unread) target.open = unread
}

export const notRead = (value: RValue): string => {
  if (!isRef(value)) return 'it is not an object that can be read'
  const { module, file } = value
  return file
    ? `its value in ${module} could not be read`
    : `the package ${module} is not installed, or its source cannot be read`
}
