/** The errors of reading a file, each with its place. */

import { asError } from '../errors'
import type { Origin } from '../types'
import { TOO_DEEP } from './size'

export class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly at: Origin,
  ) {
    super(message)
    // Replaces the captured stack, through which V8 would keep syntax trees alive.
    this.stack = message
  }

  /** Whether the text was parsed, and only reading it failed. */
  get parses(): boolean {
    return false
  }

  /** The message about the file in the report. */
  get says(): string {
    return `The file does not parse: ${this.message}`
  }
}

/** The text is, or may be, valid JavaScript, but reading it failed. */
export class ReadingFault extends SyntaxFault {
  override get parses(): boolean {
    return true
  }

  override get says(): string {
    return `The file is not read to its end: ${this.message}.`
  }
}

/** Turns any error from reading a file into a fault of that file. */
export function asFault(error: unknown, file: string): SyntaxFault {
  if (error instanceof SyntaxFault) return error
  const { message } = asError(error)
  return new ReadingFault(isOverflow(error) ? TOO_DEEP : `reading it fails (${message})`, startOf(file))
}

export const startOf = (file: string): Origin => ({ file, line: 1, column: 1, span: [0, 0] })

/** Whether the error is a stack overflow. */
export const isOverflow = (error: unknown): boolean =>
  error instanceof RangeError && /call stack/.test(error.message)
