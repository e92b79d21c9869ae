/** Declares advice: problems for soft delete other than the column. Advice is never a finding. */

import type { TableName } from './models'
import type { Origin } from './values'

export interface Advice {
  kind: 'unique-blocks' | 'unique-useless' | 'cascade-skips'
  model: string
  table: TableName
  message: string
  hint: string
  /** The SQL that would solve the problem. */
  sql?: string
  at: Origin
}
