/** Sorts migrations in the order in which they run. */

import path from 'node:path'

const baseOf = (file: string): string => path.win32.basename(file)

const isStamped = (file: string): boolean => /^(?:\d{8}|\d{4}([-_.])\d\d\1\d\d)/.test(baseOf(file))

/** Sorts by file name in all folders, as sequelize-cli does; files without a stamp by folder first (v1/, v2/). */
export function inOrder(files: string[]): string[] {
  // Helpers, which have no number, do not count.
  const numbered = files.filter((file) => /^\d/.test(baseOf(file)))
  const byName = numbered.length > 0 && numbered.every(isStamped)
  const key = (file: string) => (byName ? baseOf(file) : file)
  return [...files].sort((a, b) => compare(key(a), key(b), !byName) || compare(a, b, false))
}

function compare(a: string, b: string, numeric: boolean): number {
  if (numeric) return a.localeCompare(b, 'en', { numeric: true })
  return a < b ? -1 : a > b ? 1 : 0
}
