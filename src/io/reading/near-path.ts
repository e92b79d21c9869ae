/** Suggests an existing path for a path that does not exist. */

import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { nearest } from '../../nearest'

export const isThere = (file: string): boolean => existsSync(file)

/** Replaces each missing name of the path by the nearest existing one; undefined if no name is near. */
export function nearPath(given: string, cwd: string): string | undefined {
  const parts = given.split(/[\\/]/).filter((part, index) => part !== '' || index === 0)
  let near = ''
  for (const part of parts) {
    const known = isThere(path.resolve(cwd, near + part))
      ? part
      : nearest(part, namesIn(path.resolve(cwd, near)))
    if (known === undefined) return undefined
    near += `${known}/`
  }
  return isFolder(path.resolve(cwd, near)) ? near : near.slice(0, -1)
}

export const isFolder = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isDirectory() === true

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
