/** Reads the bytes of a regular file up to a limit; refuses pipes and devices, which may block or never end. */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

const MEGABYTE = 1024 * 1024

/** Larger files are not read. */
export const LARGEST = 20 * MEGABYTE

class NotRead extends Error {
  constructor(readonly code: 'NOT_REGULAR' | 'TOO_LARGE') {
    super(code === 'NOT_REGULAR' ? 'it is no regular file' : 'it is too large')
  }
}

/** Never blocks. @throws like `readFileSync`, and if the file is not regular or exceeds the limit */
export function readRegular(file: string): Buffer {
  // Without O_NONBLOCK, opening a pipe blocks until another process writes to it; Windows has no such pipes.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(descriptor)
    if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
    if (!stats.isFile()) throw new NotRead('NOT_REGULAR')
    return bytesOf(descriptor, stats.size)
  } finally {
    closeSync(descriptor)
  }
}

/** Does not trust the size: a system file may report 0 bytes and never end. */
function bytesOf(descriptor: number, size: number): Buffer {
  if (size > LARGEST) throw new NotRead('TOO_LARGE')
  const parts: Buffer[] = []
  for (let total = 0; ; ) {
    const part = Buffer.allocUnsafe(Math.max(size - total, 4096) + 1)
    const read = readSync(descriptor, part)
    parts.push(part.subarray(0, read))
    total += read
    if (total > LARGEST) throw new NotRead('TOO_LARGE')
    if (read < part.length && (read === 0 || total >= size)) break
  }
  const [first, ...others] = parts
  return first && others.length === 0 ? first : Buffer.concat(parts)
}

/** Returns the text of a small project file; undefined if it cannot be read. */
export function textOfRegular(file: string): string | undefined {
  try {
    return readRegular(file).toString('utf8')
  } catch {
    return undefined
  }
}
