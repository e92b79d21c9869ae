/** How old a map is: what is made inside a fork's branch goes with the branch, and needs no journal. */

import type { Journal, Machine } from './runtime'

interface Aged {
  age?: number
}

/** A new map, of this age. */
export const newMap = <K, V>(m: Machine): Map<K, V> => aged(new Map(), m)

/** The map, which is new, of this age. */
export function aged<M extends object>(map: M & Aged, { age }: Machine): M {
  map.age = age
  return map
}

/** A map of unknown age is old. */
export const bornBefore = (map: object & Aged, { since }: Journal): boolean =>
  map.age === undefined || map.age < since
