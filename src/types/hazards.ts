/** Places in the project's code that mean something else once paranoid is off. */

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
  /** One sentence on what changes; the same for every place of this kind. */
  says: string
  /** null: the place may concern a model whose paranoid goes, and may be about another. */
  model: string | null
  at: Origin
  /** The line itself, as it was read. */
  text: string
}
