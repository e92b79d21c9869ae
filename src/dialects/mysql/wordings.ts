/** MySQL and MariaDB. The place behind `in` differs from version to version: 'where clause', 'WHERE', 'SET'. */

import type { Wording } from '../../types'
import { columnIn, tableIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /Unknown column '(.{1,400}?)' in '[\w ]+'/,
    read: (name) => columnIn(name),
  },
  {
    // The database stands before the dot.
    pattern: /Table '(?:[^'.]{1,200}\.)?([^']{1,200})' doesn't exist/,
    read: (table) => tableIn(table),
  },
]
