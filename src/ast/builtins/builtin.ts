/** Defines the interface of a builtin: a package or a Node module whose functions the interpreter implements. */

import type { Machine, Ref, RValue, Site } from '../runtime'

/** To add a builtin, write one file and add one line in builtins/index.ts. */
export interface Builtin {
  /** The first words of its module names: `lodash` for `lodash`, `lodash/merge` and `lodash.merge`. */
  words: readonly string[]
  /** The result of a call; undefined if the function is not one of this builtin, or the result is not known. */
  call?(callee: Ref, args: RValue[], site: Site, m: Machine): RValue
  /** The result of `new`. */
  construct?(callee: Ref, args: RValue[], site: Site, m: Machine): RValue
  /** The value of a member that is read without a call. */
  member?(ref: Ref, m: Machine): RValue
}
