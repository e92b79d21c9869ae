/** Splits a script into statements with dbgate-query-splitter, and rejoins the bodies of routines. */

import type { SplitterOptions } from 'dbgate-query-splitter'
import { defaultSplitterOptions, splitQuery } from 'dbgate-query-splitter'
import type { Notation } from '../../types'
import { normalized } from './normalize'
import { is, type Token, tokensOf } from './tokens'

const quotes = { "'": "'", '"': '"', '`': '`' }

const optionsFor = (
  { mysql, dollar, batches, loose }: Notation,
  defaults: SplitterOptions,
): SplitterOptions => ({
  ...defaults,
  stringsBegins: Object.keys(quotes),
  stringsEnds: quotes,
  stringEscapes: quotes,
  allowDollarDollarString: dollar === true,
  allowCustomDelimiter: mysql === true,
  allowGoDelimiter: batches === true,
  adaptiveGoSplit: loose === true,
})

/** Returns the normalised statements, or undefined if a quote or a comment is never closed. */
export function statementsOf(sql: string, notation: Notation): string[] | undefined {
  const text = normalized(sql, notation) ?? normalized(sql, { ...notation, backslash: !notation.backslash })
  if (text === undefined) return undefined
  const pieces = splitQuery(text, optionsFor(notation, defaultSplitterOptions)) as string[]
  return withWholeBodies(pieces, notation.loose)
}

const transaction = '(?:TRAN(?:SACTION)?|WORK|ISOLATION|READ|DEFERR|IMMEDIATE|EXCLUSIVE|CONCURRENT)'

/** Matches routines and blocks, which may contain statements. */
const holding = [
  /^CREATE\b[^;']{0,200}?\b(?:FUNCTION|PROCEDURE|TRIGGER|EVENT)\b/i,
  new RegExp(String.raw`^(?:BEGIN\s+(?!${transaction})\w|IF\b|WHILE\b|DECLARE\b)`, 'i'),
]
const begins = /\bBEGIN\b/i

/** Rejoins pieces of `BEGIN … END`, whose inner statements are no statements of the script. */
function withWholeBodies(pieces: string[], loose: boolean | undefined): string[] {
  const whole: string[] = []
  const depths = new Map<number, number>()
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? ''
    const holds = holding.some((pattern) => pattern.test(piece)) || (loose && begins.test(piece))
    const end = holds ? bodyEnd(pieces, index, depths) : index
    whole.push(pieces.slice(index, end + 1).join(';\n'))
    index = end
  }
  return whole
}

/** Returns the index of the piece that closes the one at `start`, or `start` if none does. */
function bodyEnd(pieces: string[], start: number, depths: Map<number, number>): number {
  let depth = 0
  for (let index = start; index < pieces.length; index++) {
    const opened = depths.get(index) ?? openedIn(tokensOf(pieces[index] ?? ''))
    depths.set(index, opened)
    depth += opened
    if (depth <= 0) return index
  }
  return start
}

/** Counts BEGIN, CASE and IF … THEN that the tokens do not close. */
function openedIn(tokens: Token[]): number {
  let opened = 0
  let condition: Token | undefined
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (is(token, 'END')) {
      if (!is(next, 'LOOP', 'WHILE', 'REPEAT', 'FOR')) opened--
    } else if (!is(tokens[index - 1], 'END')) {
      if (is(token, 'IF', 'WHEN', 'ELSEIF', 'ELSIF')) condition = token
      const opens = is(token, 'THEN') ? is(condition, 'IF') : is(token, 'BEGIN', 'CASE')
      if (opens && !inTransaction.test(next?.text ?? '')) opened++
    }
  }
  return opened
}

const inTransaction = new RegExp(`^${transaction}$`, 'i')
