/** Reads DROP TABLE and DROP SCHEMA. */

import type { Change } from '../../types'
import { accept, acceptAny, atEnd, type Cursor } from './cursor'
import { forgotten, takeName, takeTables } from './names'
import { type Script, unread } from './script'

/** Reads the text after `DROP`. Returns [] for views, indexes and types, undefined if it cannot be read. */
export function drop(cursor: Cursor, script: Script): Change[] | undefined {
  acceptAny(cursor, 'FOREIGN', 'EXTERNAL')
  const temporary = accept(cursor, 'TEMPORARY')
  if (accept(cursor, 'TABLE')) return dropTables(cursor, script, temporary)
  if (accept(cursor, 'SCHEMA')) return dropSchemas(cursor, script)
  if (accept(cursor, 'DATABASE')) return script.notation.mysql ? dropSchemas(cursor, script) : []
  return accept(cursor, 'OWNED', 'BY') ? [unread(cursor.text, script, 'it drops all that a role owns')] : []
}

function dropTables(cursor: Cursor, script: Script, temporary: boolean): Change[] | undefined {
  accept(cursor, 'IF', 'EXISTS')
  const tables = takeTables(cursor, script)
  acceptAny(cursor, 'CASCADE', 'CONSTRAINTS', 'RESTRICT', 'PURGE')
  if (!tables || !atEnd(cursor)) return undefined
  const lasting = tables.filter((table) => !forgotten(table, script) && !temporary)
  return lasting.map((table) => ({ do: 'dropTable', table }))
}

function dropSchemas(cursor: Cursor, script: Script): Change[] | undefined {
  accept(cursor, 'IF', 'EXISTS')
  const changes: Change[] = []
  do {
    const schema = takeName(cursor, script)
    if (schema === undefined) return undefined
    changes.push(schema === script.home ? { do: 'dropAllTables' } : { do: 'dropSchema', schema })
  } while (accept(cursor, ','))
  acceptAny(cursor, 'CASCADE', 'RESTRICT')
  return atEnd(cursor) ? changes : undefined
}
