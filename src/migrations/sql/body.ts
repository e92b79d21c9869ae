/** Code around DDL: the inside of blocks and routines, and batches with IF. */

import type { Change } from '../../types'
import { type Cursor, cursorOver, peek, rest, sourceOf } from './cursor'
import { guarded } from './guarded'
import type { Script } from './script'
import { is, type Token } from './tokens'

/** Reads the statements inside as far as they are plain. Where there are conditions, each counts as conditional. */
export function bodyChanges(cursor: Cursor, script: Script): Change[] {
  const body = cursorOver(cursor.text, rest(cursor))
  const inside: Script = { ...script, inside: true, code: [...script.code, body] }
  const statements = statementsIn(body)
  const read = new Set(statements.flat())
  const conditional = body.tokens.some((token) => !read.has(token) && is(token, ...conditions))
  return statements.flatMap((tokens) => {
    const changes = script.read(cursorOver(body.text, tokens), inside)
    return conditional
      ? changes.map((change) => guarded(change, sourceOf(body.text, tokens), script))
      : changes
  })
}

const conditions = ['IF', 'CASE', 'LOOP', 'WHILE', 'FOR', 'FOREACH', 'EXCEPTION', 'HANDLER', 'RETURN', 'TRY']

/** Statements that may change tables, without the code between them. */
function statementsIn({ tokens, text }: Cursor): Token[][] {
  const statements: Token[][] = []
  for (let index = 0; index < tokens.length; index++) {
    if (!startsStatement({ text, tokens, next: index })) continue
    const end = endOf({ text, tokens, next: index + 1 })
    statements.push(tokens.slice(index, end))
    index = end - 1
  }
  return statements
}

const targets = ['TABLE', 'SCHEMA', 'DATABASE', 'OWNED']

function startsStatement(cursor: Cursor): boolean {
  const [first, next, before] = [peek(cursor), peek(cursor, 1), peek(cursor, -1)]
  if (is(first, 'EXEC', 'CALL', 'PERFORM')) return true
  if (is(first, 'EXECUTE'))
    return !is(next, 'FUNCTION', 'PROCEDURE', 'ON', 'AS') && !is(before, 'GRANT', 'REVOKE', ',')
  if (is(first, 'PREPARE')) return !is(before, 'DEALLOCATE', 'DROP')
  if (!is(first, 'ALTER', 'CREATE', 'DROP', 'RENAME')) return false
  const target = cursor.tokens.slice(cursor.next + 1).find((token) => !is(token, ...modifiers))
  return is(target, ...targets)
}

/** `CREATE OR REPLACE TEMPORARY TABLE` */
const modifiers =
  `OR REPLACE TEMP TEMPORARY GLOBAL LOCAL UNLOGGED FOREIGN EXTERNAL VIRTUAL IGNORE ONLINE`.split(' ')

/** `;` ends a statement; SQL Server leaves it out. */
function endOf(cursor: Cursor): number {
  while (peek(cursor) && !is(peek(cursor), ';', 'END', 'ELSE') && !startsStatement(cursor)) cursor.next++
  return cursor.next
}

/** A batch of SQL Server, whose statements need nothing between them. */
export function batchChanges(batch: Cursor, script: Script): Change[] {
  const [first] = statementsIn(batch)
  const head = first ? batch.tokens.slice(0, batch.tokens.indexOf(first[0]!)) : batch.tokens
  return [...script.read(cursorOver(batch.text, head), script), ...bodyChanges(batch, script)]
}
