/** Chooses the notation of an SQL text: its dialect's, or a general one if no sign reveals the dialect. */

import { dialectNamed, dialects } from '../../dialects'
import type { Notation } from '../../types'

const unknown: Notation = {
  unquoted: 'unsure',
  indexes: 'by-shape',
  dollar: true,
  batches: true,
  signs: [],
}

/** Returns the notation of a named dialect, or of the dialect whose signs the text contains. */
export function notationOf(sql: string, dialect: string | undefined): Notation {
  const known = dialectNamed(dialect?.toLowerCase())
  if (known) return known.notation
  const code = sql.replace(/'[^']*'/g, "''")
  const [first = unknown, ...others] = dialects
    .map(({ notation }) => notation)
    .filter(({ signs }) => signs.some((sign) => sign.test(code)))
  // If the text has signs of PostgreSQL and of another dialect, the notation is unknown; else the first dialect counts.
  return first.dollar && others.length ? unknown : first
}
