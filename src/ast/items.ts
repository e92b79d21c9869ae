/** Lists the keys and the items of a value. */

import { isChoice, isList, isObject } from '../values'
import { MAX_ITEMS } from './bounds'
import { list } from './making'
import type { List, Machine, RValue } from './runtime'

/** The keys of a value, in order; undefined if some keys may be missing. */
export function keysOf(value: RValue): string[] | undefined {
  if (isList(value)) return value.open ? undefined : value.items.map((_, index) => String(index))
  if (!isObject(value) || value.open) return undefined
  return [...value.entries.keys()]
}

/** Whether a key is the place of an item or a letter. */
export const isIndex = (key: string): boolean => /^\d+$/.test(key)

/** Whether the value has the key itself; undefined if that is not known. */
export function hasKey(value: RValue, key: string): boolean | undefined {
  if (isList(value)) return isIndex(key) && Number(key) < value.items.length ? true : value.open && undefined
  if (!isObject(value)) return undefined
  const slot = value.entries.get(key)
  // Where only one branch sets a key, its value is a choice of undefined and another.
  if (slot && isChoice(slot.value) && slot.value.of.some((one) => one.value === undefined)) return undefined
  return slot ? true : value.open ? undefined : false
}

/** The items that a loop iterates over; an open list may have more. undefined: the value has no known items. */
export function itemsOf(value: RValue, m: Machine): List | undefined {
  const forced = m.force(value)
  if (isList(forced)) return forced
  if (typeof forced === 'string') return forced.length > MAX_ITEMS ? undefined : list([...forced])
  return isObject(forced) ? forced.members : undefined
}
