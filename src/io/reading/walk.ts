/** The usual walk through a folder's source files, without the patterns that only a user's own glob needs. */

import { type Dirent, statSync } from 'node:fs'
import { within } from './bounds'

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/

/**
 * Every source file below a folder.
 * @param list what of a folder is not left out
 * @param dot also what begins with a dot
 * @returns undefined where a link is met that may lead to sources: these are for a slower walk
 */
export function plainWalk(
  folder: string,
  list: (folder: string) => Dirent[],
  dot: boolean,
): string[] | undefined {
  const found: string[] = []
  for (const entry of list(folder)) {
    if (!dot && entry.name.startsWith('.')) continue
    const file = within(folder, entry.name)
    if (entry.isSymbolicLink() && (SOURCE.test(entry.name) || isFolder(file))) return undefined
    if (entry.isDirectory()) {
      const below = plainWalk(file, list, dot)
      if (!below) return undefined
      found.push(...below)
    } else if (entry.isFile() && SOURCE.test(entry.name)) found.push(file)
  }
  return found
}

const isFolder = (file: string): boolean => {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}
