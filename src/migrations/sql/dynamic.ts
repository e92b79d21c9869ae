/** Reads SQL in strings that run as code: EXECUTE, PREPARE … FROM, EXEC. */

import type { Change } from '../../types'
import { HOLE, isString, textsOf } from './compose'
import { accept, type Cursor, peek, rest, sourceOf } from './cursor'
import { guarded } from './guarded'
import { type Script, unread } from './script'
import { contentOf, is, type Token } from './tokens'
import { assignedTo } from './variables'

/** Reads `EXECUTE …` in blocks and in batches; `prepare` reads prepared statements. */
export function execute(cursor: Cursor, script: Script): Change[] {
  const immediate = accept(cursor, 'IMMEDIATE')
  const runs = immediate || script.inside || script.notation.batches
  return runs && !isPrepared(peek(cursor), script) ? runCode(cursor, script) : []
}

/** Reads MySQL's `PREPARE name FROM …`; PostgreSQL prepares no DDL. */
export function prepare(cursor: Cursor, script: Script): Change[] {
  cursor.next++
  return accept(cursor, 'FROM') ? runCode(cursor, script) : []
}

const isPrepared = (name: Token | undefined, { code }: Script) =>
  code.some(({ tokens }) =>
    tokens.some((token, index) => is(token, 'PREPARE') && tokens[index + 1]?.text === name?.text),
  )

/** Returns the changes that the next expression makes when it runs as code. */
export function runCode(cursor: Cursor, script: Script, seen: string[] = []): Change[] {
  const tokens = upTo(rest(cursor), 'INTO', 'USING')
  const begun = tokens.flatMap((_, index) => codeAt(tokens, index, script, seen))
  const texts = begun.length > 0 ? begun : textsOf(tokens, script, seen)
  if (texts.every((text) => verb.test(text)))
    return texts.flatMap((text) => runText(text, texts.length > 1, script))
  const variables = tokens.filter(({ kind, text }) => kind === 'word' && !seen.includes(text))
  const values = variables.flatMap((variable) => assignedTo(variable, script))
  if (values.length === 0 || values.length > MOST)
    return [unread(sourceOf(cursor.text, cursor.tokens), script, 'it is put together at run time')]
  return values.flatMap((value) => runCode(value, script, [...seen, ...variables.map(({ text }) => text)]))
}

const runText = (sql: string, oneOfMany: boolean, script: Script): Change[] =>
  script.readText(sql, script).map((change) => (oneOfMany ? guarded(change, sql, script) : change))

/** The limit of values; variables with more are not followed. */
const MOST = 20

const verb =
  /^\s*(?:alter|create|drop|rename|do|call|exec|execute|select|with|insert|update|delete|truncate|grant|revoke|comment|set|refresh|analyze|vacuum|reindex|notify|copy|lock|merge|show)\b/i

const joining = ['CONCAT', 'CONCAT_WS', 'FORMAT', 'REPLACE']

/** Returns the SQL that begins with the string at this index, with all joined parts; [] if none begins there. */
function codeAt(tokens: Token[], index: number, script: Script, seen: string[]): string[] {
  const token = tokens[index]
  if (!token || !isString(token, script) || !verb.test(contentOf(token)) || is(tokens[index - 1], '||', '+'))
    return []
  const opening = openingBefore(tokens, index)
  if (!is(tokens[opening - 1], ...joining)) return textsOf(upTo(tokens.slice(index)), script, seen)
  return opening === index - 1
    ? textsOf(upTo(tokens.slice(opening - 1)), script, seen).map((text) => withHead(text, token))
    : []
}

/** If a call cannot be computed, keeps at least the known beginning of its text. */
const withHead = (text: string, head: Token) => (text === HOLE ? contentOf(head) + HOLE : text)

/** Returns the index of the `(` around a token, or -1. */
function openingBefore(tokens: Token[], index: number): number {
  let depth = 0
  while (--index >= 0) {
    if (is(tokens[index], ')')) depth++
    if (is(tokens[index], '(') && depth-- === 0) return index
  }
  return -1
}

/** Returns the expression up to a comma, a closing bracket or one of these words outside its own brackets. */
function upTo(tokens: Token[], ...words: string[]): Token[] {
  let depth = 0
  const end = tokens.findIndex((token) => {
    if (is(token, '(', '[')) depth++
    if (is(token, ')', ']')) depth--
    return depth < 0 || (depth === 0 && is(token, ',', ';', 'ELSE', 'WHEN', 'END', ...words))
  })
  return end < 0 ? tokens : tokens.slice(0, end)
}
