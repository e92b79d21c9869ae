/** Reads DO blocks, which run at once, and functions and procedures, which run when they are called. */

import type { Change } from '../../types'
import { bodyChanges } from './body'
import { type Cursor, cursorOver, group, rest, sourceOf } from './cursor'
import { normalized } from './normalize'
import { type Routine, type Script, unread } from './script'
import { contentOf, is, separated, type Token, tokensOf } from './tokens'
import { tablesOf } from './touched'

/** Reads `DO $$ … $$`. */
export function doBlock(cursor: Cursor, script: Script): Change[] {
  const string = cursor.tokens.find(({ kind }) => kind === 'string')
  const body = string && codeOf(string, script)
  if (body) return bodyChanges(body, script)
  return string ? [unread(cursor.text, script, 'a quote in it is never closed')] : []
}

function codeOf(string: Token, { notation }: Script): Cursor | undefined {
  const text = normalized(contentOf(string), notation)
  return text === undefined ? undefined : cursorOver(text, tokensOf(text))
}

/** Records a routine after `CREATE … FUNCTION` or PROCEDURE; it changes nothing until it is called. */
export function rememberRoutine(cursor: Cursor, script: Script, kind: Routine['kind']): Change[] {
  const head = cursor.tokens.findIndex((token, index) => index > cursor.next && is(token, '(', 'AS', 'BEGIN'))
  const name = cursor.tokens[head - 1]
  const after = { ...cursor, next: head }
  const parameters = separated(group(after) ?? []).map(parameterNamed)
  const string = after.tokens.findLast(
    (token, index) => token.kind === 'string' && is(after.tokens[index - 1], 'AS'),
  )
  const body = string ? codeOf(string, script) : cursorOver(cursor.text, rest(after))
  if (name && body) script.routines.set(nameIn(name), { kind, parameters, body })
  return []
}

/** Returns the name in `IN name type DEFAULT …`. */
const parameterNamed = (tokens: Token[]): string =>
  tokens.find((token) => !is(token, 'IN', 'OUT', 'INOUT', 'VARIADIC'))?.text ?? ''

const nameIn = (token: Token): string => (token.kind === 'word' ? token.text : contentOf(token)).toLowerCase()

/** Returns the changes of this text's routines that the tokens call: `CALL name(…)`, `SELECT name(…)`, `EXEC name`. */
export function called({ text, tokens }: Cursor, script: Script): Change[] {
  if (script.routines.size === 0) return []
  return tokens.flatMap((token, index) => {
    const routine = token.kind === 'sign' ? undefined : script.routines.get(nameIn(token))
    if (!routine || routine.running) return []
    const given = separated(group({ text, tokens, next: index + 1 }) ?? []).map((one) => sourceOf(text, one))
    return runRoutine(routine, given, script)
  })
}

function runRoutine(routine: Routine, given: string[], script: Script): Change[] {
  const values = routine.parameters.map((name, index) => `${name} := ${given[index] ?? '?'};`).join('\n')
  routine.called = true
  routine.running = true
  const changes = bodyChanges(routine.body, { ...script, code: [cursorOver(values, tokensOf(values))] })
  routine.running = false
  return changes
}

/** Returns unread changes for procedures that this text makes but does not call, because another text may. */
export function uncalled(script: Script): Change[] {
  const waiting = [...script.routines.values()].filter(({ kind, called }) => kind === 'procedure' && !called)
  return waiting.flatMap((routine) => {
    const tables = runRoutine(routine, [], script).flatMap(tablesOf)
    return tables.length > 0
      ? [unread(routine.body.text, script, 'a procedure does it when it is called', tables)]
      : []
  })
}
