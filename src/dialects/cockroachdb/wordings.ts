/** Reads errors of CockroachDB. It quotes a name with a dot as a whole (`"Session.deletedAt"`); PostgreSQL does not. */

import type { Wording } from '../../types'
import { columnIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /column "([^"]{1,200}\.[^".]{1,100})" does not exist/,
    read: (name) => columnIn(name),
  },
]
