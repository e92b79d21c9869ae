/** Defines the state while one SQL text is read: its notation, its place, and results of earlier statements. */

import type { Change, Notation, Origin, TableName, Unknown } from '../../types'
import type { Cursor } from './cursor'

export interface Script {
  notation: Notation
  /** The place of the whole text. */
  at: Origin
  /** The schemas from SET search_path; if empty, the usual schema applies. */
  path: string[]
  /** The database that USE names, if there is only one: its tables need no schema. */
  home?: string
  /** Temporary tables, which end with the connection; changes of them do not count. */
  temporary: Set<string>
  /** Tables that the text made in the first schema of the search path. */
  made: Set<string>
  /** Functions and procedures of this text by name, in lower case. */
  routines: Map<string, Routine>
  /** Code that assigns variables. */
  code: Cursor[]
  /** The number of texts around this one: code in strings may contain code in strings. */
  depth: number
  /** Whether this is the body of a block or a routine. */
  inside?: boolean
  /** Reads one statement. */
  read(statement: Cursor, script: Script): Change[]
  /** Reads a text of statements, such as a string that is run as code. */
  readText(sql: string, script: Script): Change[]
}

export interface Routine {
  kind: 'procedure' | 'function'
  parameters: string[]
  body: Cursor
  called?: boolean
  running?: boolean
}

const LONGEST = 80

/**
 * Makes a change for text that cannot be read.
 * @param text the text; the change contains up to 80 characters of it
 * @param tables the tables that it may change; [] means any table
 * @param columns the columns that it may change; undefined means any column
 */
export function unread(
  text: string,
  script: Script,
  why: string,
  tables: TableName[] = [],
  columns?: string[],
): Change {
  return { do: 'unread', tables, unknown: unknownOf(text, script, why), ...(columns && { columns }) }
}

export function unknownOf(text: string, { at }: Script, why: string): Unknown {
  const line = text
    .replace(/__unread_\d+__/gi, '…')
    .replace(/\s+/g, ' ')
    .trim()
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
  return { kind: 'unknown', text: short, at, why }
}
