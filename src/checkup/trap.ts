/** The contract of a trap. Adding one = one file, one line in index.ts. */

import type { Check, Setup } from '../types'

export interface Trap {
  /** What is looked at, as it stands in the report. */
  subject: string
  /** What is to be said of it; nothing where the project has no such thing. */
  look(setup: Setup): Omit<Check, 'subject'>[]
}
