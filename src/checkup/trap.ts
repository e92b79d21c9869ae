/** The contract of a trap. A new trap takes one file and one line in index.ts. */

import type { Check, Setup } from '../types'

export interface Trap {
  /** The subject of the check in the report. */
  subject: string
  /** The results; empty if the project has no such thing. */
  look(setup: Setup): Omit<Check, 'subject'>[]
}
