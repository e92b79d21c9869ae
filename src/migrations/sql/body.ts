/** Reads DDL inside code: blocks, routines, and batches with IF. */

import type { Change } from '../../types'
import { type Cursor, cursorOver, peek, rest, sourceOf } from './cursor'
import { guarded } from './guarded'
import type { Script } from './script'
import { is, isSome, type Token, type Tokens } from './tokens'

/** Reads the plain statements of a body. If the body has any condition, each statement counts as conditional. */
export function bodyChanges(cursor: Cursor, script: Script): Change[] {
  const body = cursorOver(cursor.text, rest(cursor))
  const inside: Script = { ...script, inside: true, code: [...script.code, body] }
  const statements = statementsIn(body, script)
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

/** Returns the statements that may change tables, without the code between them. */
function statementsIn({ tokens, text }: Cursor, { notation }: Script): Tokens[] {
  const starts = tokens.map((_, next) => startsStatement({ text, tokens, next }, notation.loose))
  const statements: Token[][] = []
  for (let index = starts.indexOf(true); index >= 0; index = starts.indexOf(true, index)) {
    const start = index++
    // SQL Server needs no semicolon.
    while (index < tokens.length && !starts[index] && !is(tokens[index], ';', 'END', 'ELSE')) index++
    statements.push(tokens.slice(start, index))
  }
  return statements.filter(isSome)
}

const targets = ['TABLE', 'SCHEMA', 'DATABASE', 'OWNED']
const beside = ['VIEW', 'INDEX', 'UNIQUE', 'SEQUENCE', 'TRIGGER']
/** Words between the verb and its target: `CREATE OR REPLACE TEMPORARY TABLE`. */
const modifiers =
  `OR REPLACE TEMP TEMPORARY GLOBAL LOCAL UNLOGGED FOREIGN EXTERNAL VIRTUAL IGNORE ONLINE`.split(' ')

function startsStatement(cursor: Cursor, loose: boolean | undefined): boolean {
  const [first, next, before] = [peek(cursor), peek(cursor, 1), peek(cursor, -1)]
  if (is(first, 'EXEC', 'CALL', 'PERFORM')) return true
  if (is(first, 'EXECUTE'))
    return !is(next, 'FUNCTION', 'PROCEDURE', 'ON', 'AS') && !is(before, 'GRANT', 'REVOKE', ',')
  if (is(first, 'PREPARE')) return !is(before, 'DEALLOCATE', 'DROP')
  if (loose && is(first, 'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'DECLARE', 'PRINT'))
    return !is(before, 'ON', 'FOR')
  if (!is(first, 'ALTER', 'CREATE', 'DROP', 'RENAME')) return false
  const target = cursor.tokens.slice(cursor.next + 1).find((token) => !is(token, ...modifiers))
  return is(target, ...targets) || (is(first, 'CREATE') && is(target, ...beside))
}

/** Reads a batch of SQL Server, whose statements need no separator. */
export function batchChanges(batch: Cursor, script: Script): Change[] {
  if (batch.text.includes('@')) script.code.push(batch)
  const [first] = statementsIn(batch, script)
  const head = first ? batch.tokens.slice(0, batch.tokens.indexOf(first[0])) : batch.tokens
  return [...script.read(cursorOver(batch.text, head), script), ...bodyChanges(batch, script)]
}
