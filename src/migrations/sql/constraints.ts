/** Recognises keys, indexes and checks among the columns of a table. */

import { type Cursor, peek, sees } from './cursor'
import type { Script } from './script'
import { is } from './tokens'

/** Whether a constraint or an index begins here, not a column of that name. */
export function startsConstraint(cursor: Cursor, { notation }: Script): boolean {
  if (is(peek(cursor), 'CONSTRAINT', 'UNIQUE')) return true
  if (sees(cursor, 'PRIMARY', 'KEY') || sees(cursor, 'FOREIGN', 'KEY') || sees(cursor, 'CHECK', '('))
    return true
  if (sees(cursor, 'EXCLUDE', '(') || sees(cursor, 'EXCLUDE', 'USING') || sees(cursor, 'PERIOD', 'FOR'))
    return true
  if (sees(cursor, 'NOT', 'NULL')) return true
  if (is(peek(cursor), ...(notation.beside ?? [])) && (is(peek(cursor, 1), 'INDEX') || listsColumns(cursor)))
    return true
  return notation.indexes !== 'never' && startsIndex(cursor, notation.indexes === 'always')
}

function startsIndex(cursor: Cursor, always: boolean): boolean {
  if (is(peek(cursor), 'FULLTEXT', 'SPATIAL')) return always || is(peek(cursor, 1), 'KEY', 'INDEX', '(')
  return is(peek(cursor), 'KEY', 'INDEX') && (always || listsColumns(cursor))
}

/** Distinguishes `KEY name (column)`, which lists names, from the column `key varchar(20)`. */
function listsColumns(cursor: Cursor): boolean {
  const bracket = [1, 2].find((ahead) => is(peek(cursor, ahead), '('))
  const first = bracket === undefined ? undefined : peek(cursor, bracket + 1)
  return first !== undefined && first.kind !== 'string' && !/^\d/.test(first.text)
}
