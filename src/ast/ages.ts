/** How old a map is: what is made inside a fork's branch goes with the branch, and needs no journal. */

interface Aged {
  age?: number
}

let age = 0

export const nextAge = (): number => ++age

/** A new map, of this age. */
export const newMap = <K, V>(entries?: Iterable<readonly [K, V]>): Map<K, V> => aged(new Map(entries))

/** The map, which is new, of this age. */
export function aged<M extends Map<unknown, unknown>>(map: M & Aged): M {
  map.age = age
  return map
}

/** A map of unknown age is old. */
export const bornBefore = (map: Map<unknown, unknown> & Aged, { since }: { since: number }): boolean =>
  map.age === undefined || map.age < since
