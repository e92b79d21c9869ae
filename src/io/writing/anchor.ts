/** Holds a folder open: all operations stay in that folder, even if a link replaces it meanwhile. */

import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { codeOf } from '../../errors'
import { isBelow } from '../reading'

export interface HeldFolder {
  /** The path to use for a name in the folder. */
  at(name: string): string
  /** Flushes the folder's entries to the disk. */
  flush(): void
}

/** Linux gives open folders their own paths. Elsewhere the folder is checked right before each step. */
const OPEN = '/proc/self/fd'
const hasOpenNames = process.platform === 'linux' && existsSync(OPEN)

/**
 * @param root real path; the folder's real path must lie in it
 * @throws errors of the disk, and an error with the code ELSEWHERE
 */
export function within<T>(root: string, folder: string, work: (held: HeldFolder) => T): T {
  if (process.platform === 'win32') {
    check(root, realpathSync(folder))
    return work({ at: (name) => path.join(folder, name), flush: () => undefined })
  }
  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    const base = hasOpenNames ? `${OPEN}/${descriptor}` : folder
    check(root, hasOpenNames ? readlinkSync(base) : realpathSync(folder))
    return work({ at: (name) => path.join(base, name), flush: () => flushed(descriptor) })
  } finally {
    quietly(() => closeSync(descriptor))
  }
}

/** Like `within`, for the folder of a file that need not exist. */
export const beside = <T>(root: string, file: string, work: (held: HeldFolder, name: string) => T): T =>
  within(root, path.dirname(file), (held) => work(held, path.basename(file)))

export const isFolder = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isDirectory() === true

/** Creates the missing parts of the folder. @returns the created folders, innermost first */
export function makeFolder(root: string, folder: string): string[] {
  if (folder === root || existsSync(folder)) return []
  const above = makeFolder(root, path.dirname(folder))
  try {
    beside(root, folder, ({ at, flush }, name) => {
      mkdirSync(at(name))
      flush()
    })
  } catch (error) {
    // Another process may have just created it.
    if (codeOf(error) !== 'EEXIST' || !existsSync(folder)) throw error
    return above
  }
  return [folder, ...above]
}

function check(root: string, real: string): void {
  if (isBelow(root, real) || real === root) return
  throw Object.assign(new Error(`A link leads to ${real}`), { code: 'ELSEWHERE' })
}

/** Error codes of a disk that cannot flush a folder. */
const CANNOT = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EBADF', 'ENOSYS'])

function flushed(descriptor: number): void {
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!CANNOT.has(codeOf(error))) throw error
  }
}

/** Ignores errors of a step that may fail. */
export function quietly(step: () => void): void {
  try {
    step()
  } catch {
    // A later run cleans up.
  }
}
