/** Reads uniques and foreign keys that SQL makes or drops. Omits a change with an uncertain name. */

import type { Change, TableName } from '../../types'
import { accept, acceptAny, atEnd, type Cursor, cursorOver, group, peek, rest, sees } from './cursor'
import { takeName, takeTable, unsure } from './names'
import type { Script } from './script'
import { is, outermost, separated, type Token } from './tokens'

/** Cheaply checks whether the text may contain a key. */
export const mentionsKeys = (sql: string): boolean =>
  /\bunique\b|\breferences\b|\bdrop\b|\bprimary\s+key\b[^(),]*\([^)]*,/i.test(sql)

/** Returns the changes of one statement. */
export function keyChanges(cursor: Cursor, script: Script): Change[] {
  return statementKeys(cursor, script).filter(isSure)
}

const isSure = (change: Change): boolean => {
  const names = 'table' in change && change.table ? [change.table.schema, change.table.name] : []
  const columns = change.do === 'addUnique' ? change.unique.columns : []
  return ![...names, ...columns].some(unsure)
}

function statementKeys(cursor: Cursor, script: Script): Change[] {
  if (accept(cursor, 'CREATE', 'UNIQUE')) return createIndex(cursor, script)
  if (accept(cursor, 'DROP', 'INDEX')) return dropIndex(cursor, script)
  const alters = accept(cursor, 'ALTER', 'TABLE')
  if (!alters && !accept(cursor, 'CREATE', 'TABLE')) return []
  acceptAny(cursor, 'IF', 'NOT', 'EXISTS', 'ONLY')
  const table = takeTable(cursor, script)
  if (!table) return []
  const items = separated(alters ? rest(cursor) : (group(cursor) ?? []))
  return items.flatMap((tokens) => {
    const item = cursorOver(cursor.text, tokens)
    return alters ? alteration(item, table, script) : element(item, table, script)
  })
}

/** Reads `INDEX [CONCURRENTLY] [IF NOT EXISTS] [name] ON table (columns) [WHERE …]`. */
function createIndex(cursor: Cursor, script: Script): Change[] {
  acceptAny(cursor, 'CLUSTERED', 'NONCLUSTERED', 'INDEX', 'CONCURRENTLY', 'IF', 'NOT', 'EXISTS')
  const name = is(peek(cursor), 'ON') ? undefined : takeName(cursor, script)
  if (!accept(cursor, 'ON')) return []
  accept(cursor, 'ONLY')
  const table = takeTable(cursor, script)
  if (accept(cursor, 'USING')) cursor.next++
  return table ? unique(cursor, table, name, script) : []
}

/** Reads `(columns) [WHERE …]`. Omits NULLS NOT DISTINCT, which is another kind of unique. */
function unique(cursor: Cursor, table: TableName, name: string | undefined, script: Script): Change[] {
  const columns = columnsIn(group(cursor), script)
  const after = rest(cursor)
  if (!columns || after.some((token) => is(token, 'NULLS'))) return []
  const condition = after.findIndex((token) => is(token, 'WHERE'))
  const where = condition < 0 ? undefined : namesAmong(after.slice(condition + 1), script)
  return [{ do: 'addUnique', table, unique: { columns, ...(name && { name }), ...(where && { where }) } }]
}

/** Reads `(email, name(20), city DESC)`. Returns undefined if there is an expression. */
function columnsIn(tokens: Token[] | undefined, script: Script): string[] | undefined {
  const names = separated(tokens ?? []).map((item) => {
    const cursor = cursorOver('', item)
    const name = takeName(cursor, script)
    const length = group(cursor)
    return length && !length.every(({ text }) => /^\d+$/.test(text)) ? undefined : name
  })
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined
}

const namesAmong = (tokens: Token[], script: Script): string[] =>
  tokens.flatMap((token) => takeName(cursorOver('', [token]), script) ?? [])

/** Reads `DROP INDEX [CONCURRENTLY] [IF EXISTS] name [ON table]`. */
function dropIndex(cursor: Cursor, script: Script): Change[] {
  acceptAny(cursor, 'CONCURRENTLY', 'IF', 'EXISTS')
  const index = takeTable(cursor, script)
  const table = accept(cursor, 'ON') ? takeTable(cursor, script) : undefined
  return index ? [{ do: 'removeKey', name: index.name, ...(table && { table }) }] : []
}

/** Reads an action of ALTER TABLE. */
function alteration(cursor: Cursor, table: TableName, script: Script): Change[] {
  if (accept(cursor, 'DROP')) {
    if (accept(cursor, 'PRIMARY', 'KEY')) return [{ do: 'removeKey', table, name: 'PRIMARY' }]
    if (!acceptAny(cursor, 'CONSTRAINT', 'INDEX', 'KEY', 'FOREIGN')) return []
    acceptAny(cursor, 'IF', 'EXISTS')
    const name = takeName(cursor, script)
    return name ? [{ do: 'removeKey', table, name }] : []
  }
  if (!accept(cursor, 'ADD')) return []
  acceptAny(cursor, 'COLUMN', 'IF', 'NOT', 'EXISTS')
  return element(cursor, table, script)
}

/** Reads a constraint, or a column with its own constraints. */
function element(cursor: Cursor, table: TableName, script: Script): Change[] {
  const name = accept(cursor, 'CONSTRAINT') ? takeName(cursor, script) : undefined
  if (accept(cursor, 'UNIQUE')) {
    const spelled = acceptAny(cursor, 'KEY', 'INDEX')
    const own = spelled && !sees(cursor, '(') ? takeName(cursor, script) : undefined
    return unique(cursor, table, name ?? own, script)
  }
  if (accept(cursor, 'PRIMARY', 'KEY')) {
    acceptAny(cursor, 'CLUSTERED', 'NONCLUSTERED', 'USING', 'BTREE', 'HASH')
    const columns = columnsIn(group(cursor), script) ?? []
    const key = { columns, ...(name && { name }), primary: true as const }
    return columns.length > 1 ? [{ do: 'addUnique', table, unique: key }] : []
  }
  if (accept(cursor, 'FOREIGN', 'KEY')) {
    const columns = columnsIn(group(cursor), script)
    return columns ? reference(cursor, table, columns, name, script) : []
  }
  if (is(peek(cursor), 'CHECK', 'KEY', 'INDEX', 'EXCLUDE')) return []
  const column = name === undefined ? takeName(cursor, script) : undefined
  return column === undefined ? [] : ofColumn(cursor, table, column, script)
}

function ofColumn(cursor: Cursor, table: TableName, column: string, script: Script): Change[] {
  const isUnique = outermost(rest(cursor)).some((token) => is(token, 'UNIQUE'))
  while (!atEnd(cursor) && !sees(cursor, 'REFERENCES')) cursor.next++
  return [
    ...(isUnique ? [{ do: 'addUnique' as const, table, unique: { columns: [column] } }] : []),
    ...reference(cursor, table, [column], undefined, script),
  ]
}

/** Reads `REFERENCES table (columns) ON DELETE CASCADE`. */
function reference(
  cursor: Cursor,
  table: TableName,
  columns: string[],
  name: string | undefined,
  script: Script,
): Change[] {
  if (!accept(cursor, 'REFERENCES')) return []
  const to = takeTable(cursor, script)
  while (!atEnd(cursor) && !sees(cursor, 'ON', 'DELETE')) cursor.next++
  const [, , action, second] = rest(cursor)
  const onDelete = action && (is(action, 'SET', 'NO') ? `${action.text} ${second?.text}` : action.text)
  if (!to || unsure(to.name)) return []
  const key = { columns, to, ...(name && { name }), ...(onDelete && { onDelete: onDelete.toUpperCase() }) }
  return [{ do: 'addReference', table, reference: key }]
}
