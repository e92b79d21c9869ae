/** The bytes of a regular file, up to a limit: under any name there may be a pipe, a device, or what has no end. */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

const MEGABYTE = 1024 * 1024

/** Larger files are not read. */
export const LARGEST = 20 * MEGABYTE

class NotRead extends Error {
  constructor(readonly code: 'NOT_REGULAR' | 'TOO_LARGE') {
    super(code === 'NOT_REGULAR' ? 'it is no regular file' : 'it is too large')
  }
}

/** Never waits for anybody. @throws as `readFileSync` does, and where it is no regular file or larger than the limit */
export function readRegular(file: string, limit = LARGEST): Buffer {
  // Without O_NONBLOCK opening a pipe waits until somebody writes to it; Windows has no such pipes.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(descriptor)
    if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
    if (!stats.isFile()) throw new NotRead('NOT_REGULAR')
    return bytesOf(descriptor, stats.size, limit)
  } finally {
    closeSync(descriptor)
  }
}

/** A file of the system may say that it is empty, and go on for ever. */
function bytesOf(descriptor: number, size: number, limit: number): Buffer {
  if (size > limit) throw new NotRead('TOO_LARGE')
  const parts: Buffer[] = []
  for (let total = 0; ; ) {
    const part = Buffer.allocUnsafe(Math.max(size - total, 4096) + 1)
    const read = readSync(descriptor, part)
    parts.push(part.subarray(0, read))
    total += read
    if (total > limit) throw new NotRead('TOO_LARGE')
    if (read < part.length && (read === 0 || total >= size)) break
  }
  const [first, ...others] = parts
  return first && others.length === 0 ? first : Buffer.concat(parts)
}

/** The same as text, for the small files of a project; undefined when there is none that can be read. */
export function textOfRegular(file: string): string | undefined {
  try {
    return readRegular(file).toString('utf8')
  } catch {
    return undefined
  }
}
