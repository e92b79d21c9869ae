/** Parses functions and methods: reads their parameters and skips their blocks. */

import type { Node } from '../source'
import { passedBlock } from './lazy'
import { isName, name } from './names'
import { followingParentheses } from './pairs'
import { parameters } from './patterns'
import { expect, following, is, isOnNewLine, isWord, mark, next, rewind } from './scanner'
import { Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Parses the parameters and the block of a function. */
export function behindName(t: Tokens, isAsync: boolean) {
  const params = parameters(t)
  return { generator: false, async: isAsync, params, body: passedBlock(t, isAsync) }
}

/** Parses a function; the current token is `function`. */
export function functionNode<Type extends string>(
  t: Tokens,
  type: Type,
  start: number,
  isAsync: boolean,
): NodeOf<Type> {
  next(t)
  const id = is(t, '(') ? null : name(t)
  return { type, start, id, ...behindName(t, isAsync), end: t.before }
}

/** Parses an arrow function; undefined if none begins here. */
export function arrow(t: Tokens): NodeOf<'ArrowFunctionExpression'> | undefined {
  const { start } = t
  const isAsync = takeAsync(t)
  if (!isAsync && !isArrow(t)) return undefined
  const params: Node[] = is(t, '(') ? parameters(t) : [name(t)]
  if (isOnNewLine(t)) throw NOT_PLAIN
  expect(t, '=>')
  const { waits } = t
  t.waits = isAsync
  const body: Node = is(t, '{') ? passedBlock(t, isAsync) : t.grammar.assignment(t)
  t.waits = waits
  return {
    type: 'ArrowFunctionExpression',
    start,
    end: t.before,
    id: null,
    generator: false,
    async: isAsync,
    params,
    body,
  }
}

/** Consumes `async` if an arrow function follows. */
const takeAsync = (t: Tokens): boolean => takeBefore(t, isArrow)

/** Consumes `async` if `function` follows. */
export const takeAsyncOfFunction = (t: Tokens): boolean => takeBefore(t, (one) => isWord(one, 'function'))

function takeBefore(t: Tokens, isThere: (t: Tokens) => boolean): boolean {
  if (!isWord(t, 'async') || !/^[\w$(]/.test(following(t))) return false
  const here = mark(t)
  next(t)
  const found = !isOnNewLine(t) && isThere(t)
  if (!found) rewind(t, here)
  return found
}

function isArrow(t: Tokens): boolean {
  if (t.kind === Kind.Word) return following(t) === '=>' && isName(t)
  return is(t, '(') && followingParentheses(t) === '=>'
}
