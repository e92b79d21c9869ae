/** Walks the tokens of one statement one by one. */

import { is, type Token } from './tokens'

export interface Cursor {
  /** The text that the tokens' positions refer to. */
  text: string
  tokens: Token[]
  /** The index of the next token. */
  next: number
}

export const cursorOver = (text: string, tokens: Token[]): Cursor => ({ text, tokens, next: 0 })

export const peek = ({ tokens, next }: Cursor, ahead = 0): Token | undefined => tokens[next + ahead]

export const rest = ({ tokens, next }: Cursor): Token[] => tokens.slice(next)

export const atEnd = ({ tokens, next }: Cursor): boolean => next >= tokens.length

export const sees = (cursor: Cursor, ...words: string[]): boolean =>
  words.every((word, ahead) => is(peek(cursor, ahead), word))

/** Moves past these words if all of them follow, in this order. */
export function accept(cursor: Cursor, ...words: string[]): boolean {
  const there = sees(cursor, ...words)
  if (there) cursor.next += words.length
  return there
}

/** Moves past any of these words, in any order. Returns whether there were any. */
export function acceptAny(cursor: Cursor, ...words: string[]): boolean {
  const from = cursor.next
  while (is(peek(cursor), ...words)) cursor.next++
  return cursor.next > from
}

/** Returns the tokens between `(` and its `)` and moves past them; without a `(`, returns undefined and stays. */
export function group(cursor: Cursor): Token[] | undefined {
  if (!sees(cursor, '(')) return undefined
  let depth = 0
  for (let index = cursor.next; index < cursor.tokens.length; index++) {
    const token = cursor.tokens[index]
    depth += is(token, '(') ? 1 : is(token, ')') ? -1 : 0
    if (depth > 0) continue
    const inner = cursor.tokens.slice(cursor.next + 1, index)
    cursor.next = index + 1
    return inner
  }
  return undefined
}

/** Returns the text from the first to the last of these tokens. */
export const sourceOf = (text: string, tokens: Token[]): string =>
  text.slice(tokens[0]?.start ?? text.length, tokens.at(-1)?.end)
