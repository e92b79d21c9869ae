/** Reads errors of PostgreSQL, which quotes a name alone but not a name with a dot. */

import type { Wording } from '../../types'
import { columnIn, tableIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /column "(.{1,200}?)" of relation "(.{1,200}?)" does not exist/,
    read: (column, table) => ({ fault: 'column', column, table }),
  },
  {
    pattern: /column "([^".]{1,200})" does not exist/,
    read: (column) => ({ fault: 'column', column }),
  },
  {
    pattern: /column ([^\s"][^"]{0,200}?\.[^".]{1,100}?) does not exist/,
    read: (name) => columnIn(name),
  },
  {
    pattern: /relation "([^"]{1,200})" does not exist/,
    read: (table) => tableIn(table),
  },
]
