/** The same numbers each time: a benchmark compares runs of one project, not of many. */

/** @returns {() => number} between 0 and 1 (mulberry32) */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = (random, list) => list[Math.floor(random() * list.length)]

export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1))
