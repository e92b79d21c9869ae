/** Implements the members of `JSON`. */

import type { Primitive } from '../../types'
import { isFunction, isList, isObject, isPrimitive } from '../../values'
import { spendText } from '../bounds'
import { list, notKnown, slotAt } from '../making'
import type { Machine, RValue, Site, Slot } from '../runtime'
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
    const data = format.length ? UNKNOWN : toData(m.force(given), m)
    return data === UNKNOWN ? notKnown(site, given) : JSON.stringify(data)
  },
}

const UNKNOWN = Symbol('unknown')

/** The data that `stringify` writes, without functions; UNKNOWN if a part of it is not known. */
function toData(value: RValue, m: Machine): Json | undefined | typeof UNKNOWN {
  if (isPrimitive(value)) return value
  if (isFunction(value)) return undefined
  if (isList(value)) {
    const items = value.items.map((one) => toData(m.force(one), m) ?? null)
    return value.open || !items.every(isKnown) ? UNKNOWN : items
  }
  if (!isObject(value) || value.open || value.class || value.entries.has('toJSON')) return UNKNOWN
  const entries: [string, Json][] = []
  for (const [key, slot] of value.entries) {
    const data = toData(m.force(slot.value), m)
    if (data === UNKNOWN) return UNKNOWN
    if (data !== undefined) entries.push([key, data])
  }
  return Object.fromEntries(entries)
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
