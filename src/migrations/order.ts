/** The order in which migrations run. */

import path from 'node:path'

const baseOf = (file: string): string => path.win32.basename(file)

const isStamped = (file: string): boolean => /^\d{8,}/.test(baseOf(file))

/** By file name, whatever the folder, as sequelize-cli does; files without a stamp by folder first (v1/, v2/). */
export function inOrder(files: string[]): string[] {
  // A helper beside them has no number, and no say.
  const numbered = files.filter((file) => /^\d/.test(baseOf(file)))
  const byName = numbered.length > 0 && numbered.every(isStamped)
  const key = (file: string) => (byName ? baseOf(file) : file)
  return [...files].sort((a, b) => compare(key(a), key(b), !byName) || compare(a, b, false))
}

function compare(a: string, b: string, numeric: boolean): number {
  if (numeric) return a.localeCompare(b, 'en', { numeric: true })
  return a < b ? -1 : a > b ? 1 : 0
}
