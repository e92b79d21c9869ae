/** Finds the closing bracket of a pair, ignoring brackets in comments, strings, templates and regular expressions. */

import { following, take } from './scanner'
import { Kind, NOT_PLAIN, type Tokens } from './tokens'

const PATTERN = /\/(?:[^\\/\n\r[]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y

/** Matches brackets, and comments, strings and templates, whose brackets do not count. */
const INSIDE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n\r]|\\[\s\S])*'|"(?:[^"\\\n\r]|\\[\s\S])*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{[^{}`'"/]*\})*`|[{}()`'"/]/g

/** After one of these an operand follows, so a slash begins a regular expression. */
const BEFORE_OPERAND = /(?:[(,=:[!&|?;+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|new|else|do))\s*$/
/** After one of these an operator follows, so a slash is a division. */
const BEFORE_OPERATOR = /[\w$\]]\s*$/

/** Consumes a regular expression; the current token is a slash in the place of an operand. */
export const takePattern = (t: Tokens): void => take(t, PATTERN, Kind.Mark)

/** The offset after the brace that closes the current one. */
export const behindBraces = (t: Tokens): number => behindPair(t, '{', '}')

/** The first two characters after the parenthesis that closes the current one. */
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

/** The offset after a slash: after the operator of a division, or after a whole regular expression. */
function behindSlash(text: string, at: number): number {
  const left = text.slice(Math.max(0, at - 40), at)
  if (BEFORE_OPERAND.test(left)) {
    PATTERN.lastIndex = at
    if (PATTERN.test(text)) return PATTERN.lastIndex
  } else if (BEFORE_OPERATOR.test(left)) return at + 1
  throw NOT_PLAIN
}
