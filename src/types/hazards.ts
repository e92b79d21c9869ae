/** Declares hazards: places in the project's code whose meaning changes once paranoid is off. */

import type { Origin } from './values'

export type HazardName =
  | 'destroy'
  | 'restore'
  | 'force'
  | 'paranoid-false'
  | 'attribute'
  | 'raw-sql'
  | 'scope'
  | 'index'
  | 'hook'
  | 'cascade'
  | 'type'

export interface Hazard {
  kind: HazardName
  /** One sentence that says what changes. It is the same for every place of this kind. */
  says: string
  /** `null` means that the place may concern a model that is no longer paranoid, or another model. */
  model: string | null
  at: Origin
  /** The source line. */
  text: string
}
