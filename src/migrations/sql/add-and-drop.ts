/** Reads `ADD [COLUMN] …` and `DROP [COLUMN] …`. */

import type { TableName } from '../../types'
import type { Action } from './action'
import { type DefinedColumn, readColumns, specOf } from './columns'
import { startsConstraint } from './constraints'
import { accept, acceptAny, atEnd, type Cursor, cursorOver, group, peek, rest, sees } from './cursor'
import { takeName } from './names'
import { type Script, unread } from './script'
import { is, separated } from './tokens'

export const addColumns: Action = (cursor, table, script) => {
  const spelled = accept(cursor, 'COLUMN')
  accept(cursor, 'IF', 'NOT', 'EXISTS')
  if (!spelled && addsSomethingElse(cursor, script)) return []
  const elements = group(cursor)
  const items = elements ? separated(elements) : [rest(cursor)]
  const definitions = items.filter(
    (item) => (spelled && !elements) || !startsConstraint(cursorOver(cursor.text, item), script),
  )
  return readColumns(cursor.text, definitions, script)?.flatMap((column) => added(column, table, script))
}

function addsSomethingElse(cursor: Cursor, script: Script): boolean {
  const partition = is(peek(cursor), 'PARTITION') && is(peek(cursor, 1), '(', 'PARTITIONS', 'IF')
  return (
    partition ||
    sees(cursor, 'SYSTEM', 'VERSIONING') ||
    is(peek(cursor), 'DEFAULT') ||
    startsConstraint(cursor, script)
  )
}

const added = (column: DefinedColumn, table: TableName, script: Script) => [
  { do: 'addColumn' as const, table, column: specOf(column) },
  ...(column.hole ? [unread(column.hole, script, 'a part of it could not be read', [table])] : []),
]

/** Words after DROP that may name another object; a column of PostgreSQL may have one of these names too. */
const droppable = [
  'CONSTRAINT',
  'INDEX',
  'KEY',
  'PRIMARY',
  'FOREIGN',
  'CHECK',
  'PARTITION',
  'SYSTEM',
  'PERIOD',
]

export const dropColumn: Action = (cursor, table, script) => {
  const spelled = accept(cursor, 'COLUMN')
  accept(cursor, 'IF', 'EXISTS')
  if (!spelled && is(peek(cursor), ...droppable) && !isLast(cursor)) return []
  const column = takeName(cursor, script)
  acceptAny(cursor, 'CASCADE', 'RESTRICT')
  return column !== undefined && atEnd(cursor) ? [{ do: 'removeColumn', table, column }] : undefined
}

const isLast = (cursor: Cursor) => !peek(cursor, 1) || is(peek(cursor, 1), 'CASCADE', 'RESTRICT')
