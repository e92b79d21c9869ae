/** Single steps of writing, each with its way back. */

import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Takes one step back. */
export type Undo = () => void

/** Makes the folder and what is missing above it. @returns the way back: removes only what was made, if it is empty */
export function makeFolder(folder: string): Undo {
  const first = mkdirSync(folder, { recursive: true })
  return () => {
    for (let made = folder; first && made.length >= first.length; made = path.dirname(made)) {
      if (!readdirSync(made).length) rmdirSync(made)
    }
  }
}

/** A file that must not be there yet. */
export function createFile(file: string, bytes: Buffer, like?: Stats): Undo {
  const descriptor = openSync(file, 'wx')
  const undo = () => unlinkSync(file)
  try {
    writeFileSync(descriptor, bytes)
    fsyncSync(descriptor)
    if (like) keepOwner(file, like)
  } catch (error) {
    undo()
    throw error
  } finally {
    closeSync(descriptor)
  }
  return undo
}

/** `<file>.backup`, or `.backup.1`, `.backup.2` where there is one already: an older backup is never overwritten. */
export function backUp(file: string, bytes: Buffer): { backup: string; undo: Undo } {
  for (let number = 0; ; number++) {
    const backup = `${file}.backup${number ? `.${number}` : ''}`
    if (!existsSync(backup)) return { backup, undo: createFile(backup, bytes, statSync(file)) }
  }
}

/** Puts the new bytes in the place of the old ones at once, with the old mode. */
export function replaceFile(file: string, before: Buffer, after: Buffer): Undo {
  accessSync(file, constants.W_OK)
  if (!readFileSync(file).equals(before)) throw new Error('it was changed meanwhile')
  swap(file, after)
  return () => swap(file, before)
}

function swap(file: string, bytes: Buffer): void {
  const temporary = `${file}.${process.pid}.deletedat-tmp`
  const undo = createFile(temporary, bytes, statSync(file))
  try {
    renameWithPatience(temporary, file)
  } catch (error) {
    undo()
    throw error
  }
}

function keepOwner(file: string, { mode, uid, gid }: Stats): void {
  chmodSync(file, mode & 0o7777)
  const made = statSync(file)
  if (made.uid !== uid || made.gid !== gid) {
    try {
      chownSync(file, uid, gid)
    } catch {
      // Only an administrator may give files away.
    }
  }
}

const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** On Windows an editor or a virus scanner holds a file for a moment now and then. */
function renameWithPatience(from: string, to: string): void {
  for (let wait = 20; ; wait *= 2) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (wait > 640 || !BUSY.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
}
