/** Reads errors of SQLite, which quotes no names. */

import type { Wording } from '../../types'
import { columnIn, tableIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /no such column: "?([^\s"'`,;]+)/,
    read: (name) => columnIn(name),
  },
  {
    pattern: /table ([^\s"'`,;]{1,200}) has no column named ([^\s"'`,;]+)/,
    read: (table, column) => ({ fault: 'column', column, table }),
  },
  {
    pattern: /no such table: (?:main\.)?([^\s"'`,;]+)/,
    read: (table) => tableIn(table),
  },
]
