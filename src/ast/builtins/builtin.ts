/** The contract of a package, or a module of Node, that the reader knows without its source. */

import type { Machine, Ref, RValue, Site } from '../runtime'

/** Adding one = one file, one line in builtins/index.ts. */
export interface Builtin {
  /** With one of these words the name of its module begins: `lodash` of `lodash`, `lodash/merge`, `lodash.merge`. */
  words: readonly string[]
  /** The result of a call; undefined: it is none of its functions, or not known. */
  call?(callee: Ref, args: RValue[], site: Site, m: Machine): RValue
  /** What `new` makes. */
  construct?(callee: Ref, args: RValue[], site: Site, m: Machine): RValue
  /** What is read of it without a call. */
  member?(ref: Ref, m: Machine): RValue
}
