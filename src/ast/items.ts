/** What a value holds, where that is known whole. */

import { MAX_ITEMS } from './bounds'
import { kindOf, type List, list, type Machine, type Obj, type RValue } from './runtime'

/** The keys of a value that is known whole, in order; undefined where some may be missing. */
export function keysOf(value: RValue): string[] | undefined {
  if (kindOf(value) === 'list')
    return (value as List).open ? undefined : (value as List).items.map((_, index) => String(index))
  if (kindOf(value) !== 'object' || (value as Obj).open) return undefined
  return [...(value as Obj).entries.keys()]
}

/** What a loop goes over: the items that are known, and whether there may be more. */
export function itemsOf(value: RValue, m: Machine): List | undefined {
  const forced = m.force(value)
  if (kindOf(forced) === 'list') return forced as List
  if (typeof forced === 'string') return forced.length > MAX_ITEMS ? undefined : list([...forced])
  if (kindOf(forced) === 'object' && (forced as Obj).entries.has('@@items'))
    return (forced as Obj).entries.get('@@items')!.value as List
  return undefined
}
