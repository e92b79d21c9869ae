/** Reads `RENAME …`, `SET SCHEMA …` and RENAME TABLE. */

import type { Change, TableName } from '../../types'
import type { Action } from './action'
import { accept, acceptAny, atEnd, type Cursor, peek, rest } from './cursor'
import { isTemporary, takeName, takeTable } from './names'
import type { Script } from './script'
import { is } from './tokens'

export const renameSomething: Action = (cursor, table, script) => {
  if (is(peek(cursor), 'INDEX', 'KEY', 'CONSTRAINT') && rest(cursor).length === 4) return []
  const spelled = accept(cursor, 'COLUMN')
  if (!spelled && (acceptAny(cursor, 'TO', 'AS', '=') || rest(cursor).length === 1))
    return renamed(cursor, table, script)
  accept(cursor, 'IF', 'EXISTS')
  const column = takeName(cursor, script)
  const to = accept(cursor, 'TO') ? takeName(cursor, script) : undefined
  return column !== undefined && to !== undefined && atEnd(cursor)
    ? [{ do: 'renameColumn', table, column, to }]
    : undefined
}

const renamed: Action = (cursor, table, script) => {
  const to = takeTable(cursor, { ...script, path: [] })
  return to && atEnd(cursor) ? [{ do: 'renameTable', table, to: placed(to, table, script) }] : undefined
}

/** If the new name has no schema, MySQL moves the table to the current database; others keep its schema. */
function placed(to: TableName, { schema }: TableName, { notation }: Script): TableName {
  if (schema === undefined || to.schema !== undefined) return to
  return { schema: notation.mysql ? undefined : schema, name: to.name }
}

export const setSchema: Action = (cursor, table, script) => {
  if (!accept(cursor, 'SCHEMA')) return []
  const schema = takeName(cursor, script)
  return schema !== undefined && atEnd(cursor)
    ? [{ do: 'renameTable', table, to: { schema, name: table.name } }]
    : undefined
}

/** Reads `a TO b, c TO d` after `RENAME TABLE`. */
export function renameTables(cursor: Cursor, script: Script): Change[] | undefined {
  accept(cursor, 'IF', 'EXISTS')
  const changes: Change[] = []
  do {
    const table = takeTable(cursor, script)
    if (is(peek(cursor), 'WAIT', 'NOWAIT')) cursor.next += accept(cursor, 'NOWAIT') ? 0 : 2
    const to = accept(cursor, 'TO') ? takeTable(cursor, script) : undefined
    if (!table || !to) return undefined
    if (!isTemporary(table, script)) changes.push({ do: 'renameTable', table, to: placed(to, table, script) })
  } while (accept(cursor, ','))
  return atEnd(cursor) ? changes : undefined
}
