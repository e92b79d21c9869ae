/** Writes to standard output without Node's stream where possible, because Node is slow to create one for a pipe. */

import { fstatSync, writeSync } from 'node:fs'
import { codeOf } from '../../errors'

/** The part of a stream that printing needs. */
export interface Output {
  isTTY?: boolean
  columns?: number
  /** @param done is called when the text is written or the write has failed */
  write(text: string, done?: () => void): unknown
}

const DESCRIPTOR = 1

/** Writes directly to a file or pipe; for a terminal and everything else it uses Node's stream. */
export const standardOutput = (): Output =>
  isFileOrPipe() ? { write: (text, done) => written(Buffer.from(text), done) } : nodeStream()

function isFileOrPipe(): boolean {
  try {
    const stats = fstatSync(DESCRIPTOR)
    return stats.isFile() || stats.isFIFO() || stats.isSocket()
  } catch {
    return false
  }
}

/** Ignores errors: a reader that closes early, as `head` does, is no fault. */
function nodeStream(): typeof process.stdout {
  return process.stdout.on('error', () => undefined)
}

function written(bytes: Buffer, done: () => void = () => undefined): void {
  let rest = bytes
  try {
    while (rest.length) rest = rest.subarray(writeSync(DESCRIPTOR, rest))
  } catch (error) {
    // The pipe is full; Node's stream waits for the reader.
    if (codeOf(error) === 'EAGAIN') return void nodeStream().write(rest, () => done())
  }
  done()
}
