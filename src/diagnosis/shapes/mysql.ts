/** MySQL and MariaDB. The place behind `in` differs from version to version: 'where clause', 'WHERE', 'SET'. */

import { columnIn, type Shape, tableIn } from './shape'

export const mysql: Shape[] = [
  {
    pattern: /Unknown column '(.+?)' in '[\w ]+'/,
    read: ([name]) => columnIn(name!),
  },
  {
    // The database stands before the dot.
    pattern: /Table '(?:[^'.]+\.)?([^']+)' doesn't exist/,
    read: ([table]) => tableIn(table!),
  },
]
