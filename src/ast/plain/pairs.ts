/** What lies between two brackets is passed over: only what may hold brackets that do not count is looked at. */

import { following, take } from './scanner'
import { Kind, NOT_PLAIN, type Tokens } from './tokens'

const PATTERN = /\/(?:[^\\/\n\r[]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y

/** Brackets, and what has some in it that do not count (comments, texts, templates). */
const INSIDE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n\r]|\\[\s\S])*'|"(?:[^"\\\n\r]|\\[\s\S])*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{[^{}`'"/]*\})*`|[{}()`'"/]/g

/** Behind one of these stands an operand, so that a slash begins a pattern. */
const BEFORE_OPERAND = /(?:[(,=:[!&|?;+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|new|else|do))\s*$/
/** Behind one of these stands an operator. */
const BEFORE_OPERATOR = /[\w$\]]\s*$/

/** A slash stands where an operand is looked for: a pattern. */
export const takePattern = (t: Tokens): void => take(t, PATTERN, Kind.Mark)

/** Behind the brace that closes the one that opens here. */
export const behindBraces = (t: Tokens): number => behindPair(t, '{', '}')

/** The first two characters of what stands behind the parenthesis that closes the one that opens here. */
export const followingParentheses = (t: Tokens): string => following(t, behindPair(t, '(', ')'))

function behindPair({ text, start }: Tokens, open: string, close: string): number {
  let depth = 0
  INSIDE.lastIndex = start
  for (let found = INSIDE.exec(text); found; found = INSIDE.exec(text)) {
    const [token] = found
    if (token === open) depth++
    else if (token === close) {
      if (--depth === 0) return found.index + 1
    } else if (token === '/') INSIDE.lastIndex = behindSlash(text, found.index)
    else if (token === '`' || token === "'" || token === '"') throw NOT_PLAIN
  }
  throw NOT_PLAIN
}

/** Behind a division, or behind a whole pattern. */
function behindSlash(text: string, at: number): number {
  const left = text.slice(Math.max(0, at - 40), at)
  if (BEFORE_OPERAND.test(left)) {
    PATTERN.lastIndex = at
    if (PATTERN.test(text)) return PATTERN.lastIndex
  } else if (BEFORE_OPERATOR.test(left)) return at + 1
  throw NOT_PLAIN
}
