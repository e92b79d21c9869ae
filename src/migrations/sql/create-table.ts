/** CREATE TABLE, and SELECT … INTO, which makes one as well. */

import type { Change, ColumnSpec } from '../../types'
import { readColumns, specOf } from './columns'
import { startsConstraint } from './constraints'
import { accept, acceptAny, type Cursor, cursorOver, group, peek, rest } from './cursor'
import { isTemporary, remember, takeTable, unreadMarker } from './names'
import { type Script, unknownOf } from './script'
import { is, outermost, separated, type Token } from './tokens'

/** After `CREATE [OR REPLACE] [TEMPORARY] TABLE`. undefined if it names no table. */
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
  const { columns, why } = contents(cursor, script)
  const open = why && { open: unknownOf(cursor.text, script, why) }
  const made: Change = { do: 'createTable', table, columns, ...open, ...(ifNotExists && { ifNotExists }) }
  return kind.replace ? [{ do: 'dropTable', table }, made] : [made]
}

interface Contents {
  columns: ColumnSpec[]
  /** Why there may be more of them. */
  why?: string
}

const query = 'its columns come from a query'
const other = 'its columns come from another table'
const hole = 'a part of its columns could not be read'

/** Words outside the list of columns that bring further ones. */
const sources: Record<string, string> = { AS: query, SELECT: query, LIKE: other, INHERITS: other, OF: other }

function contents(cursor: Cursor, script: Script): Contents {
  const elements = group(cursor)
  const outside = outermost(rest(cursor))
  const source = outside.find((token) => token.kind === 'word' && token.text.toUpperCase() in sources)
  const why = source && sources[source.text.toUpperCase()]
  if (!elements) return { columns: [], why: why ?? 'its columns are not written out' }
  const listed = listedColumns(cursor.text, elements, script)
  return { columns: listed.columns, why: why ?? listed.why ?? (outside.some(isHole) ? hole : undefined) }
}

const isHole = (token: Token, index: number, all: Token[]) =>
  token.kind === 'word' && unreadMarker.test(token.text) && !is(all[index - 1], '=')

function listedColumns(text: string, elements: Token[], script: Script): Contents {
  if (is(elements[0], 'SELECT', 'WITH')) return { columns: [], why: query }
  const items = separated(elements)
  const definitions = items.filter(
    (item) =>
      !is(item[0], 'LIKE') && item[0]!.kind !== 'sign' && !startsConstraint(cursorOver(text, item), script),
  )
  const columns = readColumns(text, definitions, script) ?? []
  const more = columns.length < definitions.length || columns.some((column) => column.hole)
  const strange = items.some(([first]) => first!.kind === 'sign')
  const why = items.some(([first]) => is(first, 'LIKE')) ? other : more || strange ? hole : undefined
  return { columns: columns.map(specOf), why }
}

/** `SELECT … INTO table` of PostgreSQL and SQL Server; `WITH … INSERT INTO` is none. */
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
  return [{ do: 'createTable', table, columns: [], open: unknownOf(cursor.text, script, query) }]
}
