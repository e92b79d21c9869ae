/** Parses plain classes. */

import type { Node } from '../source'
import { behindName } from './functions'
import { key, modifiers, name } from './names'
import { eat, eatWord, endOfStatement, expect, following, is, isOnNewLine, isWord, next } from './scanner'
import { NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Parses a class; the current token is `class`. */
export function classNode<Type extends string>(t: Tokens, type: Type): NodeOf<Type> {
  const { start } = t
  next(t)
  const id = is(t, '{') || isWord(t, 'extends') ? null : name(t)
  const superClass = eatWord(t, 'extends') ? t.grammar.operand(t) : null
  const body = classBody(t)
  return { type, start, end: t.before, id, superClass, body }
}

function classBody(t: Tokens): NodeOf<'ClassBody'> {
  const { start } = t
  expect(t, '{')
  const body: Node[] = []
  while (!eat(t, '}')) if (!eat(t, ';')) body.push(member(t))
  return { type: 'ClassBody', start, end: t.before, body }
}

function member(t: Tokens): NodeOf<'ClassMethod' | 'ClassProperty'> {
  const { start } = t
  const isStatic = takeStatic(t)
  if (isWord(t, 'declare') && !isKey(t)) throw NOT_PLAIN
  const { kind, isAsync } = modifiers(t)
  const isConstructor = !isStatic && kind === 'method' && t.value === 'constructor'
  const named = { static: isStatic, ...key(t) }
  if (is(t, '(')) {
    const parts = behindName(t, isAsync)
    const role = { kind: isConstructor ? 'constructor' : kind, id: null }
    return { type: 'ClassMethod', start, end: t.before, ...named, ...role, ...parts }
  }
  if (kind !== 'method' || isAsync || isConstructor) throw NOT_PLAIN
  const { waits } = t
  t.waits = false
  const value = eat(t, '=') ? t.grammar.assignment(t) : null
  t.waits = waits
  return { type: 'ClassProperty', start, end: endOfStatement(t), ...named, value }
}

function takeStatic(t: Tokens): boolean {
  if (!isWord(t, 'static') || isKey(t)) return false
  next(t)
  // A static block, a static generator, or `static` at the end of a line is not plain.
  if (is(t, '{') || is(t, '*') || isOnNewLine(t)) throw NOT_PLAIN
  return true
}

/** Whether the current word is the key itself and not a modifier. */
const isKey = (t: Tokens): boolean => /^[(=;}]/.test(following(t))
