/** CockroachDB. What PostgreSQL writes without quotes, `Session.deletedAt`, stands in quotes here as a whole. */

import type { Wording } from '../../types'
import { columnIn } from '../wording'

export const wordings: Wording[] = [
  {
    pattern: /column "([^"]{1,200}\.[^".]{1,100})" does not exist/,
    read: (name) => columnIn(name),
  },
]
