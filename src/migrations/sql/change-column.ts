/** Reads MySQL's `CHANGE a b …` and `MODIFY a …`, and `ALTER [COLUMN] a …`. */

import type { Change, ColumnSpec, TableName } from '../../types'
import type { Action } from './action'
import { readColumns, readDefinition, specOf } from './columns'
import { accept, type Cursor, peek, rest } from './cursor'
import { isNull } from './definition'
import { takeName } from './names'
import { type Script, unread } from './script'
import { is, outermost } from './tokens'

export const changeColumn: Action = (cursor, table, script) => {
  accept(cursor, 'COLUMN')
  accept(cursor, 'IF', 'EXISTS')
  const column = takeName(cursor, script)
  const to = takeName({ ...cursor }, script)
  if (column === undefined || to === undefined) return undefined
  const changes = redefined(cursor, table, script)
  return changes && (column === to ? changes : [{ do: 'renameColumn', table, column, to }, ...changes])
}

export const modifyColumn: Action = (cursor, table, script) => {
  accept(cursor, 'COLUMN')
  accept(cursor, 'IF', 'EXISTS')
  return redefined(cursor, table, script)
}

/** Reads a whole definition, which resets everything that it does not mention. */
function redefined(cursor: Cursor, table: TableName, script: Script): Change[] | undefined {
  const [column] = readColumns(cursor.text, [rest(cursor)], script) ?? []
  if (!column) return undefined
  const change: Change = { do: 'changeColumn', table, column: { ...setsNoType(cursor), ...specOf(column) } }
  if (column.definition && !column.hole) return [change]
  const why = 'what the column is made to could not be read'
  return [{ ...change, column: { name: column.name } }, unread(cursor.text, script, why, [table])]
}

/** The values without a clause: a column allows NULL unless it is a key. */
const setsNoType = (cursor: Cursor) =>
  rest(cursor).some((token) => is(token, 'PRIMARY', 'AUTO_INCREMENT', 'SERIAL'))
    ? { hasDefault: false }
    : { allowNull: true, hasDefault: false }

export const alterColumn: Action = (cursor, table, script) => {
  const spelled = accept(cursor, 'COLUMN')
  accept(cursor, 'IF', 'EXISTS')
  if (!spelled && is(peek(cursor), 'INDEX', 'KEY', 'CHECK', 'CONSTRAINT') && !is(peek(cursor, 1), ...verbs))
    return []
  const start = cursor.next
  const name = takeName(cursor, script)
  if (name === undefined) return undefined
  const isVerb = is(peek(cursor), ...verbs)
    ? changedByVerb(cursor, script)
    : changedByDefinition({ ...cursor, next: start }, script)
  return (
    isVerb &&
    (Object.keys(isVerb).length > 0 ? [{ do: 'changeColumn', table, column: { name, ...isVerb } }] : [])
  )
}

type Changed = Omit<ColumnSpec, 'name'>

const verbs = ['TYPE', 'SET', 'DROP', 'ADD', 'RESTART', 'RESET']

/** Returns {} if the action concerns something else: storage, statistics, identity. */
function changedByVerb(cursor: Cursor, script: Script): Changed | undefined {
  if (accept(cursor, 'TYPE') || accept(cursor, 'SET', 'DATA', 'TYPE')) return typeNext(cursor, script)
  if (accept(cursor, 'SET', 'NOT', 'NULL')) return { allowNull: false }
  if (accept(cursor, 'DROP', 'NOT', 'NULL')) return { allowNull: true }
  if (accept(cursor, 'SET', 'DEFAULT')) return { hasDefault: !isNull(rest(cursor)) }
  return accept(cursor, 'DROP', 'DEFAULT') ? { hasDefault: false } : {}
}

function typeNext(cursor: Cursor, script: Script): Changed | undefined {
  const tokens = rest(cursor)
  const end = outermost(tokens).find((token) => is(token, 'USING', 'COLLATE'))
  const type = tokens.slice(0, end ? tokens.indexOf(end) : undefined)
  const changed = readDefinition(cursor.text, type, script)
  return changed?.type ? { type: changed.type } : undefined
}

/** Reads SQL Server's `ALTER COLUMN a datetime2 NOT NULL`. */
function changedByDefinition(cursor: Cursor, script: Script): Changed | undefined {
  const [column] = readColumns(cursor.text, [rest(cursor)], script) ?? []
  return column?.definition?.type ? { allowNull: true, ...column.definition } : undefined
}
