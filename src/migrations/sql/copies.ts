/** Reads the columns that a new table copies from other tables: LIKE, AS SELECT. */

import type { CopiedColumns } from '../../types'
import { accept, acceptAny, atEnd, type Cursor, cursorOver, group, peek, rest, sees } from './cursor'
import { isTemporary, nameOf, takeName, takeTable, unsure } from './names'
import type { Script } from './script'
import { is, outermost, separated, type Token } from './tokens'

type Kept = Omit<CopiedColumns, 'from' | 'only'>

const known = (copies: CopiedColumns[] | undefined, script: Script): CopiedColumns[] | undefined =>
  copies?.some(({ from }) => unsure(from.name) || unsure(from.schema) || isTemporary(from, script))
    ? undefined
    : copies

/** Reads LIKE at the cursor; the statement may have parentheses around it. */
export function likeIn(cursor: Cursor, script: Script): CopiedColumns[] | undefined {
  if (!accept(cursor, 'LIKE')) return undefined
  const from = takeTable(cursor, script)
  if (!from) return undefined
  const { mysql } = script.notation
  const kept: Kept = { allowNull: true, hasDefault: mysql === true, uniques: mysql === true }
  while (!atEnd(cursor)) {
    const includes = accept(cursor, 'INCLUDING')
    if (!includes && !accept(cursor, 'EXCLUDING')) return undefined
    if (sees(cursor, 'ALL') || sees(cursor, 'DEFAULTS')) kept.hasDefault = includes
    if (sees(cursor, 'ALL') || sees(cursor, 'INDEXES')) kept.uniques = includes
    cursor.next++
  }
  return known([{ from, ...kept }], script)
}

/** Reads the part after the list of columns, or in place of it. */
export function copiedBehind(tokens: Token[], text: string, script: Script): CopiedColumns[] | undefined {
  const cursor = cursorOver(text, tokens)
  if (sees(cursor, 'LIKE')) return likeIn(cursor, script)
  // Inherited columns follow later changes of the parent.
  if (cursor.tokens.some((token) => is(token, 'INHERITS', 'OF'))) return undefined
  return selected(cursor, script)
}

/** Reads `AS SELECT …`, `AS (SELECT …)`, `AS TABLE y`, and MySQL's form without AS. */
function selected(cursor: Cursor, script: Script): CopiedColumns[] | undefined {
  while (!atEnd(cursor) && !is(peek(cursor), 'AS', 'SELECT', '(')) cursor.next++
  accept(cursor, 'AS')
  const inner = group(cursor)
  if (inner) return selected(cursorOver(cursor.text, inner), script)
  if (accept(cursor, 'TABLE')) {
    const from = takeTable(cursor, script)
    return from && known([{ from, ...ofQuery(script) }], script)
  }
  return accept(cursor, 'SELECT') ? selection(cursor, script) : undefined
}

/** MySQL also keeps nullability and defaults of the columns; other databases keep only the types. */
const ofQuery = ({ notation }: Script): Kept => ({
  allowNull: notation.mysql === true,
  hasDefault: notation.mysql === true,
  uniques: false,
})

/** Reads the text after SELECT: `*` or plain columns of one table. */
export function selection(cursor: Cursor, script: Script): CopiedColumns[] | undefined {
  acceptAny(cursor, 'DISTINCT', 'ALL')
  const all = rest(cursor)
  const outer = outermost(all)
  const end = all.indexOf(outer.find((token) => is(token, 'FROM')) as Token)
  if (end < 0) return undefined
  const items = separated(all.slice(0, end))
  const behind = cursorOver(cursor.text, all.slice(end + 1))
  const from = takeTable(behind, script)
  if (!from) return undefined
  if (accept(behind, 'AS') || !is(peek(behind), ...after)) takeName(behind, script)
  if (!atEnd(behind) && !is(peek(behind), ...after)) return undefined
  if (rest(behind).some((token) => is(token, 'UNION', 'JOIN'))) return undefined
  const columns = items.map((item) => columnOf(item, script))
  if (!columns.every((one) => one !== undefined)) return undefined
  const only = columns.flatMap((one) => (one === '*' ? [] : [one]))
  const whole = { from, ...ofQuery(script) }
  return known(
    [...(columns.includes('*') ? [whole] : []), ...(only.length ? [{ ...whole, only }] : [])],
    script,
  )
}

/** Words that may follow the single table of a query. */
const after = ['WHERE', 'ORDER', 'LIMIT', 'OFFSET', 'FETCH', 'WITH', 'FOR', 'TABLESAMPLE']

/** Reads `*`, `t.*`, `a`, `t.a` or `… AS b`. Returns undefined if the name is unknown. */
function columnOf(item: Token[], { notation }: Script): { column?: string; as: string } | '*' | undefined {
  const isNamed = item.length > 2 && is(item.at(-2), 'AS')
  const source = isNamed ? item.slice(0, -2) : item
  const column = isPlain(source) ? nameOf(source.at(-1), notation) : undefined
  if (!isNamed) return is(item.at(-1), '*') && isPlain(item.slice(0, -2)) ? '*' : alike(column)
  const as = nameOf(item.at(-1), notation)
  return as === undefined || unsure(as) ? undefined : { ...(!unsure(column) && { column }), as }
}

/** Whether the tokens are `a`, `t.a`, or none at all. */
const isPlain = (tokens: Token[]): boolean =>
  tokens.length === 0 ||
  (tokens.length % 2 === 1 &&
    tokens.every((token, index) =>
      index % 2
        ? is(token, '.')
        : token.kind === 'name' || (token.kind === 'word' && !/^\d/.test(token.text)),
    ))

const alike = (column: string | undefined) =>
  column === undefined || unsure(column) ? undefined : { column, as: column }
