/** One object's entries into another, with what is not known of either. */

import { MAX_ITEMS } from './bounds'
import { join } from './choices'
import {
  isTextual,
  isUnknown,
  kindOf,
  type Machine,
  type Obj,
  type RValue,
  type Scope,
  type Slot,
} from './runtime'
import { type Node, unknownAt } from './source'

/** After an unread spread an absent key may be there, and one written before it may be another. */
export function open(target: Obj, why: NonNullable<Obj['open']>): void {
  target.open = why
  for (const [key, slot] of target.entries) {
    if (isUnknown(slot.value)) continue
    target.entries.set(key, {
      ...slot,
      value: {
        ...why,
        ...(kindOf(slot.value) === 'primitive' && { text: String(slot.value) }),
        ...(typeof slot.value === 'string' && { written: slot.value }),
        why: `${key} may be overridden there: ${why.why}`,
      },
    })
  }
}

/** `{ ...value }`, `Object.assign(target, value)`. */
export function spreadInto(target: Obj, value: RValue, node: Node, scope: Scope, m: Machine): void {
  value = m.force(value)
  // A text brings no options along.
  if (isTextual(value)) return
  switch (kindOf(value)) {
    case 'primitive':
    case 'function':
      return
    case 'object': {
      const { entries, open: unread } = value as Obj
      if (unread) open(target, unread)
      m.budget -= Math.ceil(entries.size / 50)
      if (target.entries.size + entries.size > MAX_ITEMS)
        return open(target, unknownAt(node, scope.module.source, 'the object grows too large'))
      for (const [key, slot] of entries) {
        m.write(target.entries, key, undefined)
        m.write(target.entries, key, slot)
      }
      return
    }
    case 'choice':
      return spreadChoice(target, value as Extract<RValue, { kind: 'choice' }>, node, scope, m)
    case 'class':
      for (const [key, slot] of (value as Extract<RValue, { kind: 'class' }>).statics)
        m.write(target.entries, key, slot)
      return
    default:
      open(target, isUnknown(value) ? value : unknownAt(node, scope.module.source, notRead(value)))
  }
}

/** Each alternative is spread by itself; what they say of a key is joined. */
function spreadChoice(
  target: Obj,
  value: Extract<RValue, { kind: 'choice' }>,
  node: Node,
  scope: Scope,
  m: Machine,
): void {
  const before = new Map(target.entries)
  const results = value.of.map(({ value: one, when }) => {
    const copy: Obj = { ...target, entries: new Map(before) }
    spreadInto(copy, one, node, scope, m)
    return { copy, when }
  })
  for (const key of new Set(results.flatMap(({ copy }) => [...copy.entries.keys()]))) {
    const slots = results.map(({ copy, when }) => ({ slot: copy.entries.get(key), when }))
    const written = slots.find(({ slot }) => slot)!.slot as Slot
    const joined = join(
      slots.map(({ slot, when }) => ({ value: slot?.value, when })),
      value.at,
    )
    m.write(target.entries, key, { ...written, value: joined })
  }
  const unread = results.find(({ copy }) => copy.open)?.copy.open
  if (unread) target.open = unread
}

export const notRead = (value: RValue): string => {
  if (kindOf(value) !== 'ref') return 'it is not an object that can be read'
  const { module, file } = value as Extract<RValue, { kind: 'ref' }>
  return file
    ? `its value in ${module} could not be read`
    : `the package ${module} is not installed, or its source cannot be read`
}
