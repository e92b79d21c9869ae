/** The only error that a user may see: it says what is wrong, where, and what to do. Any other error is a bug. */

import type { Origin } from './types'

export class UserError extends Error {
  override name = 'UserError'

  /**
   * @param what one sentence, without the place and the advice
   * @param todo one sentence that says how to fix it
   * @param at the place in the user's files, if the fault has one
   */
  constructor(
    readonly what: string,
    readonly todo: string,
    readonly at?: Origin,
  ) {
    super([what, at && `${at.file}:${at.line}`, todo].filter(Boolean).join('\n'))
  }
}

/** The user pressed Ctrl-C at a terminal: this is no error and gives no report. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Errors of Node and packages may come from another realm, so the shape decides and not the class. */
const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string'

/** Converts anything thrown to an error. */
export const asError = (thrown: unknown): Error => (isError(thrown) ? thrown : new Error(String(thrown)))

/** The error code of Node or a driver, such as 'ENOENT'; '' if there is none. */
export const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code ? String(thrown.code) : ''
