/** Stamps maps with their age: a map created inside a branch of a fork is dropped with it and needs no journal. */

import type { Journal, Machine } from './runtime'

interface Aged {
  age?: number
}

/** Creates a map of the machine's current age. */
export const newMap = <K, V>(m: Machine): Map<K, V> => aged(new Map(), m)

/** Stamps a new map with the machine's current age. */
export function aged<M extends object>(map: M & Aged, { age }: Machine): M {
  map.age = age
  return map
}

/** Tells whether the map existed before the journal began; a map without an age counts as old. */
export const bornBefore = (map: object & Aged, { since }: Journal): boolean =>
  map.age === undefined || map.age < since
