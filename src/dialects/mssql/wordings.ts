/** Reads errors of SQL Server, which never names the table of a missing column. */

import type { Wording } from '../../types'
import { columnIn, tableIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /Invalid column name '([^']{1,200})'/,
    read: (name) => columnIn(name),
  },
  {
    pattern: /Invalid object name '([^']{1,200})'/,
    read: (table) => tableIn(table),
  },
]
