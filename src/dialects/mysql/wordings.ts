/** Reads errors of MySQL and MariaDB. The text after `in` depends on the version: 'where clause', 'WHERE', 'SET'. */

import type { Wording } from '../../types'
import { columnIn, tableIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /Unknown column '(.{1,400}?)' in '[\w ]+'/,
    read: (name) => columnIn(name),
  },
  {
    // The part before the dot is the database.
    pattern: /Table '(?:[^'.]{1,200}\.)?([^']{1,200})' doesn't exist/,
    read: (table) => tableIn(table),
  },
]
