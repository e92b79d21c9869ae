/** Writes files atomically: a file is written beside its place, flushed, then linked or renamed into it. */

import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { codeOf } from '../../errors'
import { quietly } from './anchor'

/** Writes and flushes a new file, with the mode and owner of `like`. */
export function writeAside(file: string, bytes: Buffer, like?: Stats): void {
  const descriptor = openSync(file, 'wx', like ? like.mode & 0o777 : 0o666)
  try {
    writeFileSync(descriptor, bytes)
    if (like) keepOwner(descriptor, like)
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch (error) {
    quietly(() => closeSync(descriptor))
    quietly(() => unlinkSync(file))
    throw error
  }
}

function keepOwner(descriptor: number, { mode, uid, gid }: Stats): void {
  if (process.platform === 'win32') return
  fchmodSync(descriptor, mode & 0o7777)
  const made = fstatSync(descriptor)
  if (made.uid === uid && made.gid === gid) return
  // Only an administrator may change the owner of a file.
  quietly(() => fchownSync(descriptor, uid, gid))
  quietly(() => fchmodSync(descriptor, mode & 0o7777))
}

/** Error codes of file systems that do not support hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EMLINK', 'UNKNOWN'])

/** Moves a file to a name that must be free. @throws EEXIST */
export function moveTo(from: string, to: string): void {
  if (linked(from, to)) unlinkSync(from)
  else renameSync(from, free(to))
}

/** Creates a hard link; the name must be free. @returns false if the disk does not support hard links */
export function linked(file: string, name: string): boolean {
  try {
    linkSync(file, name)
    return true
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error
    return false
  }
}

export function free(file: string): string {
  if (existsSync(file)) throw Object.assign(new Error(`${file} is there already`), { code: 'EEXIST' })
  return file
}

const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** Tries again on Windows, where an editor or a virus scanner may hold the file for a moment. */
export function moveOver(from: string, to: string): void {
  for (let wait = 20; ; wait *= 2) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const isBusy = process.platform === 'win32' && BUSY.has(codeOf(error))
      if (wait > 640 || !isBusy) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
}
