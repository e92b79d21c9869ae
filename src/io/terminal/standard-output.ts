/** The standard output, opened no further than it is needed: Node takes its time to make a stream of a pipe. */

import { fstatSync, writeSync } from 'node:fs'
import { codeOf } from '../../errors'

/** What is asked of an output that is only printed to. */
export interface Output {
  isTTY?: boolean
  columns?: number
  /** @param done told when it is written, or cannot be */
  write(text: string, done?: () => void): unknown
}

const DESCRIPTOR = 1

/** A file or pipe is written to as it is; of a terminal, and of all else, Node's own stream is asked. */
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

/** A reader that closes early, as `head` does, is no fault. */
function nodeStream(): typeof process.stdout {
  return process.stdout.on('error', () => undefined)
}

function written(bytes: Buffer, done: () => void = () => undefined): void {
  let rest = bytes
  try {
    while (rest.length) rest = rest.subarray(writeSync(DESCRIPTOR, rest))
  } catch (error) {
    // A pipe that is full for now: the stream waits for its reader.
    if (codeOf(error) === 'EAGAIN') return void nodeStream().write(rest, () => done())
  }
  done()
}
