/** What is known while one text of SQL is read: its notation, its place, and what its earlier statements said. */

import type { Change, Notation, Origin, TableName, Unknown } from '../../types'
import type { Cursor } from './cursor'

export interface Script {
  notation: Notation
  /** The place of the whole text. */
  at: Origin
  /** The schemas that SET search_path named; empty: the usual one. */
  path: string[]
  /** The database that USE names, if it names one only: tables of it need no schema. */
  home?: string
  /** Temporary tables: they are gone with the connection, and changes of them are none. */
  temporary: Set<string>
  /** Tables that were made in the schema of the search path. */
  made: Set<string>
  /** Functions and procedures of this text by name, in lower case. */
  routines: Map<string, Routine>
  /** Code in which variables were assigned. */
  code: Cursor[]
  /** How many texts hold this one: code in strings may hold code in strings. */
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
 * What could not be read, in a change.
 * @param text shortened to 80 characters
 * @param tables none: it may be any table
 * @param columns undefined: it may be any column
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
