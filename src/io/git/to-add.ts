/** Tells which files a commit would not take along. */

import { parts, type Repository, repositoryIfAny } from './run'

interface ToAdd {
  /** Absolute: files that must be added. */
  add: string[]
  /** Absolute: files that git ignores. */
  ignored: string[]
}

/** Sorts files that were written; undefined where they lie in no repository. */
export function toAdd(files: string[], cwd: string): ToAdd | undefined {
  const repository = files.length ? repositoryIfAny(cwd) : undefined
  if (!repository) return undefined
  const ignored = new Set(ignoredOf(files, repository))
  return { add: files.filter((file) => !ignored.has(file)), ignored: [...ignored] }
}

/** Returns the files that git ignores; a file that it tracks is not ignored. */
export function ignoredOf(files: string[], { ask, nameOf, place }: Repository): string[] {
  const names = files.map(nameOf).filter((name) => !name.startsWith('../'))
  // git ends with 1 if it ignores none of them.
  const out = names.length ? ask(['check-ignore', '-z', '--stdin'], names.join('\0')) : undefined
  return parts(out ?? '').map(place)
}
