/** Numbers a new migration like the existing ones. */

import type { MigrationFile, Naming } from '../types'

const STAMPED: Naming = { prefix: '', joint: '-' }

/** `2025-05-30t12-00-00-` of @sequelize/cli, `2025.05.30T12.00.00.` of umzug. */
const PARTED = /^\d{4}([-_.])\d\d([-_.])\d\d([-_.tT])\d\d([-_.])\d\d([-_.])\d\d([-_.])/

const NUMBERED = /^([A-Za-z]?)(\d+)([-_.]+)/

/** Numbers like the newest migration: with a timestamp if it has one, else with as many digits. */
export function countedLike(existing: MigrationFile[], usual: Naming = STAMPED): Naming {
  const found = existing
    .flatMap(({ name }) => {
      const [, prefix = '', number, joint = ''] = NUMBERED.exec(name) ?? []
      return number === undefined ? [] : [{ prefix, number, joint, name }]
    })
    .toSorted((a, b) => (BigInt(a.number) < BigInt(b.number) ? 1 : -1))
  const [newest] = found
  if (!newest) return usual
  const [, ...parted] = PARTED.exec(newest.name) ?? []
  if (parted.length) return { prefix: '', joint: parted.pop() ?? '-', between: parted.join('') }
  const joint = newest.joint === '.' ? '-' : newest.joint
  if (newest.number.length === 14) return { prefix: newest.prefix, joint }
  return { prefix: newest.prefix, joint, count: { width: newest.number.length, atLeast: '' } }
}
