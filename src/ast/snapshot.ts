/** A value as it stands now, as plain data for the wings: later changes do not reach it. */

import type { Entry, Value } from '../types'
import { LateMap } from './late'
import {
  kindOf,
  type List,
  type Machine,
  type Obj,
  type RChoice,
  type Ref,
  type RValue,
  type Slot,
} from './runtime'

/** Deeper than attributes and their options nobody looks. */
const DEPTH = 7

/** So many values nobody writes down; who puts them together in a loop is not followed so far. */
const MANY = 100_000

interface Left {
  values: number
}

export function snapshot(value: RValue, m: Machine, depth = 0, left: Left = { values: MANY }): Value {
  // A list that holds itself twice is larger than it looks.
  if (left.values-- <= 0 && kindOf(value) !== 'primitive')
    return { kind: 'ref', path: [], text: 'too many values' }
  const forced =
    depth > 0 && kindOf(value) === 'ref' && (value as Ref).file?.includes('node_modules')
      ? value
      : m.force(value)
  switch (kindOf(forced)) {
    case 'primitive':
    case 'unknown':
      return forced as Value
    case 'list':
      return {
        kind: 'list',
        items: depth > DEPTH ? [] : (forced as List).items.map((one) => snapshot(one, m, depth + 1, left)),
        ...((forced as List).open && { open: (forced as List).open }),
      }
    case 'object':
      return objectValue(forced as Obj, m, depth, left)
    case 'choice':
      return {
        kind: 'choice',
        of: (forced as RChoice).of.map(({ value: one, when }) => ({
          value: snapshot(one, m, depth + 1, left),
          when,
        })),
        at: (forced as RChoice).at,
      }
    case 'ref': {
      const { module, path, args, text } = forced as Ref
      return {
        kind: 'ref',
        module,
        path,
        text: [text, ...path].join('.'),
        ...(args && { args: depth > DEPTH ? [] : args.map((one) => snapshot(one, m, depth + 1, left)) }),
      }
    }
    default:
      return { kind: 'ref', path: [], text: (forced as { name?: string }).name ?? 'function' }
  }
}

function objectValue(value: Obj, m: Machine, depth: number, left: Left): Value {
  const entry = (slot: Slot): Entry => ({ ...slot, value: snapshot(slot.value, m, depth + 1, left) })
  const late = value.entries instanceof LateMap ? value.entries.mapped(entry) : undefined
  const now = () => new Map([...value.entries].map(([key, slot]) => [key, entry(slot)]))
  const entries: Map<string, Entry> = depth > DEPTH ? new Map() : (late ?? now())
  return { kind: 'object', entries, at: value.at, ...(value.open && { open: value.open }) }
}
