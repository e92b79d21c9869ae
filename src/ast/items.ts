/** Lists the keys and the items of a value. */

import { isList, isObject } from '../values'
import { MAX_ITEMS } from './bounds'
import { list } from './making'
import type { List, Machine, RValue } from './runtime'

/** The keys of a value, in order; undefined if some keys may be missing. */
export function keysOf(value: RValue): string[] | undefined {
  if (isList(value)) return value.open ? undefined : value.items.map((_, index) => String(index))
  if (!isObject(value) || value.open) return undefined
  return [...value.entries.keys()]
}

/** The items that a loop iterates over; an open list may have more. undefined: the value has no known items. */
export function itemsOf(value: RValue, m: Machine): List | undefined {
  const forced = m.force(value)
  if (isList(forced)) return forced
  if (typeof forced === 'string') return forced.length > MAX_ITEMS ? undefined : list([...forced])
  return isObject(forced) ? forced.members : undefined
}
