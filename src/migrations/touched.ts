/** Tells which tables some migrations touch. */

import type { Change, TableName } from '../types'
import { last, originsIn } from './relevance'
import { tablesOf } from './sql'

/** Matches the text of a migration that may rename a table, or make one of another. */
export const moves = /rename|\bselect\b|\blike\b/i

/**
 * @param changes what the migrations do
 * @param moving what the history does that may give a table another name
 * @returns undefined if any table may be touched
 */
export function touching(
  changes: Change[],
  moving: () => Change[],
): ((table: TableName) => boolean) | undefined {
  const touched = new Set<string>()
  for (const change of changes) {
    if (change.do === 'removeKey' && !change.table) continue
    const tables = tablesOf(change)
    if (!tables.length) return undefined
    for (const { name } of tables) touched.add(last(name))
  }
  if (!touched.size) return () => false
  const moved = [...changes, ...moving()].flatMap(originsIn)
  // A set hands out also what is added while it is walked through.
  for (const name of touched)
    for (const { name: later, from } of moved) if (last(from) === name) touched.add(last(later))
  return ({ name }) => touched.has(last(name))
}

/** Notes which files use which. */
export function usesNoted() {
  const uses = new Map<string, Set<string>>()
  return {
    used: (file: string, other: string): void =>
      void uses.set(file, (uses.get(file) ?? new Set()).add(other)),
    /** Whether a file is one of the others, or uses one, directly or through others. */
    reaches(file: string, others: ReadonlySet<string>): boolean {
      const reached = new Set([file])
      for (const one of reached) for (const other of uses.get(one) ?? []) reached.add(other)
      return [...reached].some((one) => others.has(one))
    },
  }
}
