/** Files that are there whole or not at all: written beside their place, flushed, then linked or renamed into it. */

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

/** Writes and flushes a file of a name that nobody has, with the mode and owner of another. */
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
  // Only an administrator may give files away.
  quietly(() => fchownSync(descriptor, uid, gid))
  quietly(() => fchmodSync(descriptor, mode & 0o7777))
}

/** What disks say that know no links. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EMLINK', 'UNKNOWN'])

/** Moves a file to a name that must be free. @throws EEXIST */
export function moveTo(from: string, to: string): void {
  if (linked(from, to)) unlinkSync(from)
  else renameSync(from, free(to))
}

/** A second name for a file, which must be free. @returns whether the disk knows such names */
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

/** On Windows an editor or a virus scanner holds a file for a moment now and then. */
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
