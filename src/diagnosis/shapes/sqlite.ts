/** SQLite, which quotes nothing. */

import { columnIn, type Shape, tableIn } from './shape'

export const sqlite: Shape[] = [
  {
    pattern: /no such column: "?([^\s"'`,;]+)/,
    read: ([name]) => columnIn(name!),
  },
  {
    pattern: /table ([^\s"'`,;]{1,200}) has no column named ([^\s"'`,;]+)/,
    read: ([table, column]) => ({ fault: 'column', column, table }),
  },
  {
    pattern: /no such table: (?:main\.)?([^\s"'`,;]+)/,
    read: ([table]) => tableIn(table!),
  },
]
