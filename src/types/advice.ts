/** What stands in the way of soft delete although nothing is wrong with the column. Never a finding. */

import type { TableName } from './models'
import type { Origin } from './values'

export interface Advice {
  kind: 'unique-blocks' | 'unique-useless' | 'cascade-skips'
  model: string
  table: TableName
  message: string
  hint: string
  /** What would mend it, in the words of the database. */
  sql?: string
  at: Origin
}
