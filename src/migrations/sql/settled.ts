/** Changes whose names have a part that is not known become unread: never a guess. */

import type { Change, ColumnSpec, TableName } from '../../types'
import { candidates, isSpelling, spoken, unreadMarker, unsure } from './names'
import { type Script, unknownOf, unread } from './script'

/** `text` is the statement. */
export function settled(change: Change, text: string, script: Script): Change {
  if (change.do === 'unread') return { ...change, tables: named(change.tables) }
  const tables = tablesOf(change)
  if (tables.some(isUnsure))
    return unread(text, script, whyUnsure(unsureNameOf(tables.find(isUnsure)!)), named(tables))
  if (change.do === 'createTable') return { ...change, ...sureColumns(change, script) }
  const column = columnsOf(change).find(unsure)
  if (column !== undefined) return unread(text, script, whyUnsure(column), tables)
  return change
}

const unsureNameOf = ({ schema, name }: TableName) => (unsure(name) ? name : schema!)

const isUnsure = ({ schema, name }: TableName) => unsure(name) || unsure(schema)

function tablesOf(change: Exclude<Change, { do: 'unread' }>): TableName[] {
  if ('table' in change) return change.do === 'renameTable' ? [change.table, change.to] : [change.table]
  return change.do === 'dropSchema' && unsure(change.schema) ? [{ name: change.schema }] : []
}

function columnsOf(change: Change): string[] {
  if (change.do === 'renameColumn') return [change.column, change.to]
  if (change.do === 'removeColumn') return [change.column]
  return change.do === 'addColumn' || change.do === 'changeColumn' ? [change.column.name] : []
}

/** The tables that are known; none, which is any, if one of them may be any. */
function named(tables: TableName[]): TableName[] {
  const known = tables.map(candidates)
  return known.some((one) => one.length === 0) ? [] : known.flat()
}

type Made = {
  columns: ColumnSpec[]
  open?: Change extends infer C ? (C extends { open?: infer O } ? O : never) : never
}

function sureColumns({ columns, open }: Made, script: Script): Made {
  const doubtful = columns.find(({ name }) => unsure(name))
  if (!doubtful) return open ? { columns, open } : { columns }
  return {
    columns: columns.filter(({ name }) => !unsure(name)),
    open: open ?? unknownOf(spoken(doubtful.name), script, whyUnsure(doubtful.name)),
  }
}

function whyUnsure(name: string): string {
  if (unreadMarker.test(name)) return 'a part of a name could not be read'
  return isSpelling(name)
    ? `the case of ${spoken(name)} hangs on the dialect, which is not known`
    : `it may be in any schema of the search path: ${spoken(name)}`
}
