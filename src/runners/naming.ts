/** Numbers a new migration like the existing ones. */

import type { MigrationFile, Naming } from '../types'

const STAMPED: Naming = { prefix: '', joint: '-' }

const NUMBERED = /^([A-Za-z]?)(\d+)([-_.]+)/

/** Numbers like the newest migration: with a timestamp if it has one, else with as many digits. */
export function countedLike(existing: MigrationFile[], usual: Naming = STAMPED): Naming {
  const found = existing
    .flatMap(({ name }) => {
      const [, prefix = '', number, joint = ''] = NUMBERED.exec(name) ?? []
      return number === undefined ? [] : [{ prefix, number, joint }]
    })
    .toSorted((a, b) => (BigInt(a.number) < BigInt(b.number) ? 1 : -1))
  const [newest] = found
  if (!newest) return usual
  const joint = newest.joint === '.' ? '-' : newest.joint
  if (newest.number.length === 14) return { prefix: newest.prefix, joint }
  return { prefix: newest.prefix, joint, count: { width: newest.number.length, atLeast: '' } }
}
