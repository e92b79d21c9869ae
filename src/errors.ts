/** The one kind of error a user may see: what is wrong, where, and what to do. Anything else thrown is a bug. */

import type { Origin } from './types'

export class UserError extends Error {
  override name = 'UserError'

  /**
   * @param what one sentence, without the place and the advice
   * @param todo one sentence that tells the way out
   * @param at where in the user's files, if the fault has a place
   */
  constructor(
    readonly what: string,
    readonly todo: string,
    readonly at?: Origin,
  ) {
    super([what, at && `${at.file}:${at.line}`, todo].filter(Boolean).join('\n'))
  }
}

/** Somebody at a terminal pressed Ctrl-C: no error, and no report. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Errors of Node and of packages are of another realm at times: told by their shape, not by their class. */
const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string'

/** Whatever was thrown, as an error. */
export const asError = (thrown: unknown): Error => (isError(thrown) ? thrown : new Error(String(thrown)))

/** The code that Node or a driver gives an error, 'ENOENT'; '' where it has none. */
export const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code ? String(thrown.code) : ''
