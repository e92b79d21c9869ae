/** Walks through a folder's source files quickly, without glob patterns. */

import type { FolderEntry } from '../../types'
import { within } from './bounds'

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/

/**
 * Finds every source file below a folder.
 * @param list returns the entries of a folder that are not left out
 * @param dot whether names that begin with a dot are included
 * @param isFolder whether a path leads to a folder, perhaps through a link
 * @returns undefined if a symbolic link may lead to sources: the caller then uses a slower walk
 */
export function plainWalk(
  folder: string,
  list: (folder: string) => FolderEntry[],
  dot: boolean,
  isFolder: (file: string) => boolean,
): string[] | undefined {
  const found: string[] = []
  for (const entry of list(folder)) {
    if (!dot && entry.name.startsWith('.')) continue
    const file = within(folder, entry.name)
    if (entry.isSymbolicLink() && (SOURCE.test(entry.name) || isFolder(file))) return undefined
    if (entry.isDirectory()) {
      const below = plainWalk(file, list, dot, isFolder)
      if (!below) return undefined
      found.push(...below)
    } else if (entry.isFile() && SOURCE.test(entry.name)) found.push(file)
  }
  return found
}
