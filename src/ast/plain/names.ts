/** Parses names, keys, members and simple literals. */

import type { Node } from '../source'
import { eat, expect, following, is, isOnNewLine, next } from './scanner'
import { Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Words that are not names, or have a special meaning in the place of a name. */
const RESERVED = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
   function if implements import in instanceof interface let new null package private protected public return static
   super switch this throw true try typeof var void while with yield eval arguments`.split(/\s+/),
)

/** Whether the current token is a name. */
export const isName = ({ kind, value }: Tokens): boolean => kind === Kind.Word && !RESERVED.has(value)

/** Parses a name that is declared or used. */
export function name(t: Tokens): NodeOf<'Identifier'> {
  if (!isName(t)) throw NOT_PLAIN
  return anyName(t)
}

/** Parses a name after a dot or before a colon, where every word is allowed. */
export function anyName(t: Tokens): NodeOf<'Identifier'> {
  const { start, value } = t
  if (t.kind !== Kind.Word) throw NOT_PLAIN
  next(t)
  return { type: 'Identifier', start, end: t.before, name: value }
}

export function textLiteral(t: Tokens): NodeOf<'StringLiteral'> {
  const { start, value } = t
  if (t.kind !== Kind.Text) throw NOT_PLAIN
  next(t)
  return { type: 'StringLiteral', start, end: t.before, value }
}

export function numberLiteral(t: Tokens): NodeOf<'NumericLiteral'> {
  const { start, value } = t
  next(t)
  return { type: 'NumericLiteral', start, end: t.before, value: Number(value) }
}

interface Key {
  key: Node
  computed: boolean
}

export function key(t: Tokens): Key {
  if (t.kind === Kind.Word) return { key: anyName(t), computed: false }
  if (t.kind === Kind.Text) return { key: textLiteral(t), computed: false }
  if (t.kind === Kind.Number) return { key: numberLiteral(t), computed: false }
  expect(t, '[')
  const inner = t.grammar.assignment(t)
  expect(t, ']')
  return { key: inner, computed: true }
}

/** Parses `get`, `set` and `async` before a key. */
export function modifiers(t: Tokens): { kind: string; isAsync: boolean } {
  const { kind, value } = t
  // Before one of these marks, the word is the key itself.
  if (kind !== Kind.Word || !/^(get|set|async)$/.test(value) || /^[(,:}=;?!]/.test(following(t)))
    return { kind: 'method', isAsync: false }
  next(t)
  if (isOnNewLine(t)) throw NOT_PLAIN
  return value === 'async' ? { kind: 'method', isAsync: true } : { kind: value, isAsync: false }
}

/** Parses a dot and the member after it; undefined if there is no dot. */
export function memberBehindDot(
  t: Tokens,
  object: Node,
  start: number,
): NodeOf<'MemberExpression'> | undefined {
  if (!eat(t, '.')) return undefined
  const property = anyName(t)
  return { type: 'MemberExpression', start, end: t.before, object, computed: false, property }
}

/** Parses a spread: `...` and its argument. */
export function spread(t: Tokens): NodeOf<'SpreadElement'> {
  const { start } = t
  expect(t, '...')
  const argument = t.grammar.assignment(t)
  return { type: 'SpreadElement', start, end: t.before, argument }
}

export const isSpread = (t: Tokens): boolean => is(t, '...')
