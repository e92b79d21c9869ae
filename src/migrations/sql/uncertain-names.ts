/** Turns changes whose names are partly unknown into unread ones, without a guess. */

import type { Change, TableName } from '../../types'
import { candidates, isSpelling, spellings, spoken, unreadMarker, unsure } from './names'
import { type Script, unknownOf, unread } from './script'
import { columnsOf, tablesOf, taking } from './touched'

/** @param text the statement */
export function withoutGuesses(change: Change, text: string, script: Script): Change {
  const tables = tablesOf(change)
  const table = tables.find((one) => unsure(one.name) || unsure(one.schema))
  if (change.do === 'unread') return { ...change, tables: known(tables) }
  if (change.do === 'dropSchema')
    return unsure(change.schema) ? unread(text, script, whyUnsure(change.schema)) : change
  if (change.do === 'createTable' && !table) return withSureColumns(change, script)
  const columns = columnsOf(change)
  const name = table ? (unsure(table.name) ? table.name : table.schema) : columns?.find(unsure)
  return name === undefined
    ? change
    : taking(change, unread(text, script, whyUnsure(name), known(tables), knownColumns(columns)))
}

/** Returns the possible tables; [], which means any, if one of them may be any table. */
function known(tables: TableName[]): TableName[] {
  const each = tables.map(candidates)
  return each.some((one) => one.length === 0) ? [] : each.flat()
}

const knownColumns = (columns: string[] | undefined): string[] | undefined =>
  columns?.some((name) => unreadMarker.test(name)) ? undefined : columns?.flatMap(spellings)

function withSureColumns(change: Change & { do: 'createTable' }, script: Script): Change {
  const doubtful = change.columns.find(({ name }) => unsure(name))
  if (!doubtful) return change
  const columns = change.columns.filter(({ name }) => !unsure(name))
  return {
    ...change,
    columns,
    open: change.open ?? unknownOf(spoken(doubtful.name), script, whyUnsure(doubtful.name)),
  }
}

function whyUnsure(name: string): string {
  if (unreadMarker.test(name)) return 'a part of a name could not be read'
  return isSpelling(name)
    ? `the case of ${spoken(name)} hangs on the dialect, which is not known`
    : `it may be in any schema of the search path: ${spoken(name)}`
}
