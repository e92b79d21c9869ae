/** Implements the members of `JSON`. */

import type { Primitive } from '../../types'
import { isFunction, isList, isObject, isPrimitive } from '../../values'
import { Exceeded, MAX_ITEMS, MAX_TEXT, spendText, TOO_LONG } from '../bounds'
import { list, notKnown, slotAt } from '../making'
import type { List, Machine, Obj, RValue, Site, Slot } from '../runtime'
import { beyondBounds } from '../size'

type Json = Primitive | Json[] | { [key: string]: Json }

export const jsonStatics = {
  /** Everything that is parsed has the place of the call. */
  parse: ([given]: RValue[], site: Site, m: Machine): RValue => {
    const text = m.force(given)
    if (typeof text !== 'string' || beyondBounds(text)) return notKnown(site, text)
    spendText(text.length, m)
    try {
      return fromData(JSON.parse(text), site)
    } catch {
      return notKnown(site, text)
    }
  },
  stringify: ([given, ...format]: RValue[], site: Site, m: Machine): RValue => {
    if (format.length) return notKnown(site, given)
    const writing: Writing = { m, left: MAX_TEXT, above: new Set() }
    const data = toData(m.force(given), writing)
    spendText(MAX_TEXT - writing.left, m)
    return data === UNKNOWN ? notKnown(site, given) : JSON.stringify(data)
  },
}

interface Writing {
  m: Machine
  /** How many more letters may be written: what occurs twice is written twice. */
  left: number
  /** The lists and objects that are being written. */
  above: Set<RValue>
}

/** What a value costs beside its letters. */
const VALUE = MAX_TEXT / MAX_ITEMS

/** @throws Exceeded */
function take(letters: number, writing: Writing): void {
  writing.left -= letters
  if (writing.left >= 0) return
  spendText(MAX_TEXT, writing.m)
  throw new Exceeded(TOO_LONG)
}

const UNKNOWN = Symbol('unknown')

/**
 * The data that `stringify` writes, without functions; UNKNOWN if a part of it is not known.
 * @throws Exceeded
 */
function toData(value: RValue, writing: Writing): Json | undefined | typeof UNKNOWN {
  take(typeof value === 'string' ? value.length : VALUE, writing)
  if (isPrimitive(value)) return value
  if (isFunction(value)) return undefined
  if (writing.above.has(value)) return UNKNOWN
  writing.above.add(value)
  const data = isList(value) ? itemsOf(value, writing) : isObject(value) ? entriesOf(value, writing) : UNKNOWN
  writing.above.delete(value)
  return data
}

function itemsOf({ items, open }: List, writing: Writing): Json[] | typeof UNKNOWN {
  const data = items.map((one) => toData(writing.m.force(one), writing) ?? null)
  return open || !data.every(isKnown) ? UNKNOWN : data
}

function entriesOf({ entries, ...given }: Obj, writing: Writing): Json | typeof UNKNOWN {
  if (given.open || given.class || entries.has('toJSON')) return UNKNOWN
  const written: [string, Json][] = []
  for (const [key, slot] of entries) {
    take(key.length, writing)
    const data = toData(writing.m.force(slot.value), writing)
    if (data === UNKNOWN) return UNKNOWN
    if (data !== undefined) written.push([key, data])
  }
  return Object.fromEntries(written)
}

const isKnown = <T>(value: T | typeof UNKNOWN): value is T => value !== UNKNOWN

function fromData(data: Json, site: Site): RValue {
  if (Array.isArray(data)) return list(data.map((one) => fromData(one, site)))
  if (typeof data !== 'object' || data === null) return data
  const { at } = site
  const slots = Object.entries(data).map(([key, value]): [string, Slot] => [
    key,
    slotAt(fromData(value, site), at),
  ])
  return { kind: 'object', entries: new Map(slots), at }
}
