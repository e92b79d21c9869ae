/** Copies a value into plain data; later changes do not affect the copy. */

import type { Entries, Entry, Value } from '../types'
import { isPrimitive, isRef, isUnknown } from '../values'
import { LazyEntries } from './entries'
import type { Machine, Obj, RValue, Slot } from './runtime'

/** No caller reads deeper than attributes and their options. */
const DEPTH = 7

/** The most values of a snapshot: no handwritten value is larger, and values built in a loop are cut off. */
const MANY = 100_000

interface Left {
  values: number
}

export function snapshot(value: RValue, m: Machine, depth = 0, left: Left = { values: MANY }): Value {
  // A list that contains itself twice grows exponentially.
  if (left.values-- <= 0 && !isPrimitive(value)) return { kind: 'ref', path: [], text: 'too many values' }
  const forced = depth > 0 && isRef(value) && value.file?.includes('node_modules') ? value : m.force(value)
  if (isPrimitive(forced) || isUnknown(forced)) return forced
  switch (forced.kind) {
    case 'list':
      return {
        kind: 'list',
        items: depth > DEPTH ? [] : forced.items.map((one) => snapshot(one, m, depth + 1, left)),
        ...(forced.open && { open: forced.open }),
      }
    case 'object':
      return objectValue(forced, m, depth, left)
    case 'choice':
      return {
        kind: 'choice',
        of: forced.of.map(({ value: one, when }) => ({
          value: snapshot(one, m, depth + 1, left),
          when,
        })),
        at: forced.at,
      }
    case 'ref': {
      const { module, path, args, text } = forced
      return {
        kind: 'ref',
        module,
        path,
        text: [text, ...path].join('.'),
        ...(args && { args: depth > DEPTH ? [] : args.map((one) => snapshot(one, m, depth + 1, left)) }),
      }
    }
    case 'function':
      return { kind: 'ref', path: [], text: 'function' }
    default:
      return { kind: 'ref', path: [], text: forced.name }
  }
}

function objectValue(value: Obj, m: Machine, depth: number, left: Left): Value {
  const entry = (slot: Slot): Entry => ({ ...slot, value: snapshot(slot.value, m, depth + 1, left) })
  const lazy = value.entries instanceof LazyEntries ? value.entries.mapped(entry) : undefined
  const now = () => new Map([...value.entries].map(([key, slot]) => [key, entry(slot)]))
  const entries: Entries<Entry> = depth > DEPTH ? new Map() : (lazy ?? now())
  return { kind: 'object', entries, at: value.at, ...(value.open && { open: value.open }) }
}
