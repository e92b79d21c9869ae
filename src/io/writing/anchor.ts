/** A folder held open: what is done in it stays in it, even if a link takes its place meanwhile. */

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

export interface Held {
  /** The path to use for a name in the folder. */
  at(name: string): string
  /** Flushes the folder's names to the disk. */
  flush(): void
}

/** Where open folders have names of their own. Elsewhere a folder is looked at right before each step. */
const OPEN = '/proc/self/fd'
const hasOpenNames = process.platform === 'linux' && existsSync(OPEN)

/**
 * @param root real: whatever the folder is by now, it must lie in it
 * @throws what the disk says, and an error of code ELSEWHERE
 */
export function within<T>(root: string, folder: string, work: (held: Held) => T): T {
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

/** The same for one file, which need not be there. */
export const beside = <T>(root: string, file: string, work: (held: Held, name: string) => T): T =>
  within(root, path.dirname(file), (held) => work(held, path.basename(file)))

export const isFolder = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isDirectory() === true

/** Makes what is missing of the folder. @returns what was made, the innermost first */
export function makeFolder(root: string, folder: string): string[] {
  if (folder === root || existsSync(folder)) return []
  const above = makeFolder(root, path.dirname(folder))
  try {
    beside(root, folder, ({ at, flush }, name) => {
      mkdirSync(at(name))
      flush()
    })
  } catch (error) {
    // Somebody else may just have made it.
    if (codeOf(error) !== 'EEXIST' || !existsSync(folder)) throw error
    return above
  }
  return [folder, ...above]
}

function check(root: string, real: string): void {
  if (isBelow(root, real) || real === root) return
  throw Object.assign(new Error(`A link leads to ${real}`), { code: 'ELSEWHERE' })
}

/** What a disk that cannot flush a folder says. */
const CANNOT = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EBADF', 'ENOSYS'])

function flushed(descriptor: number): void {
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!CANNOT.has(codeOf(error))) throw error
  }
}

/** For steps that are nobody's loss. */
export function quietly(step: () => void): void {
  try {
    step()
  } catch {
    // Whoever comes next clears it up.
  }
}
