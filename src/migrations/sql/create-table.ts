/** Reads CREATE TABLE, and SELECT … INTO, which also makes a table. */

import type { Change, ColumnSpec, CopiedColumns } from '../../types'
import { readColumns, specOf } from './columns'
import { startsConstraint } from './constraints'
import { copiedBehind, likeIn, selection } from './copies'
import { accept, acceptAny, type Cursor, cursorOver, group, peek, rest, sees } from './cursor'
import { isTemporary, remember, takeTable, unreadMarker } from './names'
import { type Script, unknownOf } from './script'
import { is, outermost, separated, type Token } from './tokens'

/** Reads the text after `CREATE [OR REPLACE] [TEMPORARY] TABLE`. Returns undefined if it names no table. */
export function createTable(
  cursor: Cursor,
  script: Script,
  kind: { temporary?: boolean; replace?: boolean },
): Change[] | undefined {
  const ifNotExists = accept(cursor, 'IF', 'NOT', 'EXISTS')
  const table = takeTable(cursor, script, true)
  if (!table) return undefined
  if (kind.temporary) remember(script.temporary, table)
  if (kind.temporary || isTemporary(table, script)) return []
  const { columns, why, copies } = contents(cursor, script)
  const open = why && { open: unknownOf(cursor.text, script, why), ...(copies && { copies }) }
  const made: Change = { do: 'createTable', table, columns, ...open, ...(ifNotExists && { ifNotExists }) }
  return kind.replace ? [{ do: 'dropTable', table }, made] : [made]
}

interface Contents {
  columns: ColumnSpec[]
  /** The reason why there may be more columns. */
  why?: string
  /** The tables from which these columns come. */
  copies?: CopiedColumns[]
}

const query = 'its columns come from a query'
const other = 'its columns come from another table'
const hole = 'a part of its columns could not be read'

/** Words outside the list of columns that add further columns. */
const sources: Record<string, string> = { AS: query, SELECT: query, LIKE: other, INHERITS: other, OF: other }

function contents(cursor: Cursor, script: Script): Contents {
  const isQuery = sees(cursor, '(') && sees({ ...cursor, next: cursor.next + 1 }, 'SELECT')
  const elements = isQuery ? undefined : group(cursor)
  const outside = outermost(rest(cursor))
  const source = outside.find((token) => token.kind === 'word' && token.text.toUpperCase() in sources)
  const why = isQuery ? query : source && sources[source.text.toUpperCase()]
  const copied = () => copiedBehind(rest(cursor), cursor.text, script)
  if (!elements) return { columns: [], why: why ?? 'its columns are not written out', copies: copied() }
  const listed = listedColumns(cursor.text, elements, script)
  // `CREATE TABLE x (a, b) AS SELECT …` renames the columns of the query, except on MySQL.
  const isNamed = why === query && !script.notation.mysql
  const isHidden = outside.some(isHole)
  return {
    columns: listed.columns,
    why: why ?? listed.why ?? (isHidden ? hole : undefined),
    copies: isHidden || isNamed || (why && listed.why) ? undefined : why ? copied() : listed.copies,
  }
}

const isHole = (token: Token, index: number, all: Token[]) =>
  token.kind === 'word' && unreadMarker.test(token.text) && !is(all[index - 1], '=')

function listedColumns(text: string, elements: Token[], script: Script): Contents {
  if (is(elements[0], 'SELECT', 'WITH')) return { columns: [], why: query }
  const items = separated(elements)
  const definitions = items.filter(
    (item) =>
      !is(item[0], 'LIKE') && item[0].kind !== 'sign' && !startsConstraint(cursorOver(text, item), script),
  )
  const columns = readColumns(text, definitions, script) ?? []
  const more = columns.length < definitions.length || columns.some((column) => column.hole)
  const strange = items.some(([first]) => first.kind === 'sign')
  const likes = items.filter(([first]) => is(first, 'LIKE'))
  const why = likes.length ? other : more || strange ? hole : undefined
  const copies = likes.map((item) => likeIn(cursorOver(text, item), script))
  const areRead = !more && !strange && copies.every((one) => one !== undefined)
  return { columns: columns.map(specOf), why, ...(areRead && { copies: copies.flat() }) }
}

/** Reads `SELECT … INTO table` of PostgreSQL and SQL Server; `WITH … INSERT INTO` makes no table. */
export function selectInto(cursor: Cursor, script: Script): Change[] | undefined {
  const words = outermost(cursor.tokens)
  const into = words.find(
    (token, index) => is(token, 'INTO') && !is(words[index - 1], 'INSERT', 'REPLACE', 'MERGE', 'IGNORE'),
  )
  if (!into || script.notation.mysql) return []
  const target = { ...cursor, next: cursor.tokens.indexOf(into) + 1 }
  const temporary = acceptAny(target, 'TEMP', 'TEMPORARY', 'LOCAL', 'GLOBAL')
  acceptAny(target, 'UNLOGGED', 'TABLE')
  const table = peek(target)?.kind === 'string' ? undefined : takeTable(target, script, true)
  if (!table || table.name.startsWith('@')) return []
  if (temporary) remember(script.temporary, table)
  if (isTemporary(table, script)) return []
  const open = unknownOf(cursor.text, script, query)
  const [first, ...others] = cursor.tokens.toSpliced(
    cursor.tokens.indexOf(into),
    target.next - cursor.tokens.indexOf(into),
  )
  const copies = is(first, 'SELECT') ? selection(cursorOver(cursor.text, others), script) : undefined
  return [{ do: 'createTable', table, columns: [], open, ...(copies && { copies }) }]
}
