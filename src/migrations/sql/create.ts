/** Reads CREATE: tables, schemas with their tables, and routines that a later statement may call. */

import type { Change } from '../../types'
import { bodyChanges } from './body'
import { createTable } from './create-table'
import { accept, acceptAny, type Cursor, peek, sees } from './cursor'
import { takeName, unreadMarker } from './names'
import { rememberRoutine } from './routines'
import type { Script } from './script'
import { is } from './tokens'

/** Reads the text after `CREATE`. Returns [] for views, indexes and types, undefined if it cannot be read. */
export function create(cursor: Cursor, script: Script): Change[] | undefined {
  const replace = accept(cursor, 'OR', 'REPLACE')
  const temporary = acceptAny(cursor, 'GLOBAL', 'LOCAL', 'TEMP', 'TEMPORARY')
  acceptAny(cursor, 'UNLOGGED', 'FOREIGN', 'EXTERNAL', 'VIRTUAL')
  if (accept(cursor, 'TABLE')) return createTable(cursor, script, { temporary, replace })
  if (accept(cursor, 'SCHEMA')) return createSchema(cursor, script)
  if (unreadMarker.test(peek(cursor)?.text ?? '')) return undefined
  return routine(cursor, script)
}

/** Reads `CREATE SCHEMA name CREATE TABLE …`. */
function createSchema(cursor: Cursor, script: Script): Change[] {
  accept(cursor, 'IF', 'NOT', 'EXISTS')
  const spelled = !accept(cursor, 'AUTHORIZATION')
  const name = takeName(cursor, script)
  return name === undefined ? [] : bodyChanges(cursor, { ...script, path: spelled || name ? [name] : [] })
}

/** Reads `CREATE DEFINER=root@localhost PROCEDURE …`. */
function routine(cursor: Cursor, script: Script): Change[] {
  while (peek(cursor) && !is(peek(cursor), ...kinds)) cursor.next++
  if (sees(cursor, 'PROCEDURE') || sees(cursor, 'PROC')) rememberRoutine(cursor, script, 'procedure')
  if (sees(cursor, 'FUNCTION')) rememberRoutine(cursor, script, 'function')
  return []
}

/** The first of these words names the kind of object. */
const kinds = [
  'PROCEDURE',
  'PROC',
  'FUNCTION',
  'TRIGGER',
  'EVENT',
  'VIEW',
  'INDEX',
  'TYPE',
  'SEQUENCE',
  'RULE',
  'POLICY',
  'EXTENSION',
]
