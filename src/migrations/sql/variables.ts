/** Finds values of variables: MySQL's session variables, PL/pgSQL's, T-SQL's, and parameters of called routines. */

import { type Cursor, cursorOver } from './cursor'
import type { Script } from './script'
import { contentOf, is, separated, type Token } from './tokens'

/** Returns the expressions assigned by `v := …`, `SET @v = …`, `DECLARE v text DEFAULT …` or `SELECT … INTO v`. */
export const assignedTo = (variable: Token, script: Script): Cursor[] =>
  inLatest(variable, script, (text, tokens, index) => {
    const value = assignedAt(tokens, index)
    return value && cursorOver(text, value)
  })

/** Searches the code from the innermost or latest outwards, and stops at the first with a result. */
function inLatest<T>(
  variable: Token,
  { code }: Script,
  find: (text: string, tokens: Token[], index: number) => T | undefined,
): T[] {
  const name = variable.text.toLowerCase()
  for (const { text, tokens } of code.toReversed()) {
    const places = tokens.flatMap((token, index) => (token.text.toLowerCase() === name ? index : []))
    const found = places.map((index) => find(text, tokens, index)).filter((one) => one !== undefined)
    if (found.length > 0) return found
  }
  return []
}

const starts = [';', ',', 'SET', 'BEGIN', 'THEN', 'ELSE', 'LOOP']

function assignedAt(tokens: Token[], index: number): Token[] | undefined {
  const before = tokens[index - 1]
  if (is(before, 'INTO')) return selectBefore(tokens, index)
  const statement = tokens.slice(index + 1, next(tokens, index, ';'))
  const sign = statement.findIndex((token) => is(token, ':=', '=', 'DEFAULT'))
  const declares = sign > 0 && sign < 7 && is(before, 'DECLARE', ';')
  const assigns = sign === 0 && (is(statement[0], ':=') || !before || is(before, ...starts))
  return declares || assigns ? separated(statement.slice(sign + 1))[0] : undefined
}

/** Returns the index of the next such word after this index. */
function next(tokens: Token[], index: number, word: string): number {
  while (++index < tokens.length && !is(tokens[index], word));
  return index
}

function selectBefore(tokens: Token[], index: number): Token[] {
  let start = index
  while (start > 0 && !is(tokens[start - 1], ';')) start--
  return tokens.slice(start, index - 1)
}

/** Returns the values from the variable's only loop: `FOREACH v IN ARRAY ARRAY['a', 'b']`. */
export function loopedOver(variable: Token, script: Script): string[] {
  const loops = inLatest(variable, script, (_, tokens, index) => {
    if (!is(tokens[index - 1], 'FOREACH')) return undefined
    return arrayOf(tokens.slice(index + 3, next(tokens, index, 'LOOP')), script)
  })
  const [only = [], ...others] = loops
  return others.length ? [] : only
}

/** Reads `ARRAY['a', 'b']`, `'{a,b}'`, or a variable that contains one. */
function arrayOf([first, ...rest]: Token[], script: Script): string[] {
  if (is(first, 'ARRAY')) return rest.filter(({ kind }) => kind === 'string').map(contentOf)
  if (first?.kind === 'string') return contentOf(first).replace(/[{}"]/g, '').split(',')
  if (!first) return []
  const [held, ...more] = assignedTo(first, script)
  return held && more.length === 0 && !is(held.tokens[0], first.text.toUpperCase())
    ? arrayOf(held.tokens, script)
    : []
}
