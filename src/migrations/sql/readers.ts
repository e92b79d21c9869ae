/** Lists the readers of statements by first word. A statement that is not listed changes no table. */

import type { Change } from '../../types'
import { alterTable } from './alter-table'
import { bodyChanges } from './body'
import { create } from './create'
import { selectInto } from './create-table'
import { accept, acceptAny, type Cursor, sees } from './cursor'
import { drop } from './drop'
import { execute, prepare } from './dynamic'
import { exec } from './exec'
import { renameTables } from './rename'
import { called, doBlock } from './routines'
import { type Script, unread } from './script'
import { setOrAssign, useDatabase } from './session'

/** Reads a statement; the cursor is after the first word. Returns [] for no change, undefined if it cannot be read. */
export type Reader = (cursor: Cursor, script: Script) => Change[] | undefined

const block: Reader = (cursor, script) => bodyChanges(cursor, script)
const declare: Reader = (cursor, script) => {
  script.code.push({ ...cursor, next: 0 })
  return bodyChanges(cursor, script)
}

const call: Reader = (cursor, script) => called(cursor, script)

const alter: Reader = (cursor, script) => {
  acceptAny(cursor, 'FOREIGN', 'IGNORE', 'ONLINE', 'OFFLINE')
  if (accept(cursor, 'TABLE')) return alterTable(cursor, script)
  const renamesSchema = accept(cursor, 'SCHEMA') && sees({ ...cursor, next: cursor.next + 1 }, 'RENAME')
  return renamesSchema ? [unread(cursor.text, script, 'it renames a schema with all its tables')] : []
}

const select: Reader = (cursor, script) => [
  ...(setOrAssign(cursor, script) ?? []),
  ...called(cursor, script),
  ...(selectInto(cursor, script) ?? []),
]

const importSchema: Reader = (cursor, script) =>
  sees(cursor, 'FOREIGN', 'SCHEMA')
    ? [unread(cursor.text, script, 'it takes tables from another server')]
    : []

const rename: Reader = (cursor, script) =>
  accept(cursor, 'TABLE') || accept(cursor, 'TABLES') ? renameTables(cursor, script) : []

/** Statements that can change a table; to add one, add a function and a line. A text without these words is skipped. */
export const changers: Record<string, Reader> = {
  ALTER: alter,
  CALL: call,
  CREATE: create,
  DROP: drop,
  EXEC: exec,
  EXECUTE: (cursor, script) => (script.notation.brackets ? exec(cursor, script) : execute(cursor, script)),
  IMPORT: importSchema,
  PREPARE: prepare,
  RENAME: rename,
}

/** Also statements that contain those, or that matter only beside them. */
export const readers: Record<string, Reader> = {
  ...changers,
  BEGIN: block,
  DECLARE: declare,
  DO: doBlock,
  IF: block,
  PERFORM: call,
  SELECT: select,
  SET: setOrAssign,
  USE: useDatabase,
  WHILE: block,
  WITH: select,
}
