/** Which notation a text of SQL is in: its dialect's, or one for what no sign tells. */

import { dialectNamed, dialects } from '../../dialects'
import type { Notation } from '../../types'

const unknown: Notation = {
  unquoted: 'unsure',
  indexes: 'by-shape',
  dollar: true,
  batches: true,
  signs: [],
}

/** The notation of a named dialect, or of the one dialect whose signs the text bears. */
export function notationOf(sql: string, dialect: string | undefined): Notation {
  const known = dialectNamed(dialect?.toLowerCase())
  if (known) return known.notation
  const code = sql.replace(/'[^']*'/g, "''")
  const [first = unknown, ...others] = dialects
    .map(({ notation }) => notation)
    .filter(({ signs }) => signs.some((sign) => sign.test(code)))
  // The signs of the others are told apart by their order; none of them is PostgreSQL's.
  return first.dollar && others.length ? unknown : first
}
