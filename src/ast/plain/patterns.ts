/** Parses the targets of bindings: names and destructuring patterns. */

import type { Node } from '../source'
import { isName, key, name } from './names'
import { eat, expect, is, listed, next } from './scanner'
import { NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Parses a name or a destructuring pattern. */
export function target(t: Tokens): Node {
  if (is(t, '{')) return objectPattern(t)
  if (is(t, '[')) return arrayPattern(t)
  return name(t)
}

/** Parses parameters with their parentheses. */
export function parameters(t: Tokens): Node[] {
  expect(t, '(')
  return listed(t, ')', bound)
}

const bound = (t: Tokens): Node => (is(t, '...') ? rest(t) : withDefault(t, target(t)))

function withDefault(t: Tokens, left: Node): Node {
  if (!eat(t, '=')) return left
  const right = t.grammar.assignment(t)
  return { type: 'AssignmentPattern', start: left.start, end: t.before, left, right }
}

function rest(t: Tokens): NodeOf<'RestElement'> {
  const { start } = t
  next(t)
  const argument = target(t)
  // A rest element must come last.
  if (!is(t, ')') && !is(t, '}') && !is(t, ']')) throw NOT_PLAIN
  return { type: 'RestElement', start, end: t.before, argument }
}

function arrayPattern(t: Tokens): NodeOf<'ArrayPattern'> {
  const { start } = t
  next(t)
  const elements: (Node | null)[] = []
  while (!eat(t, ']')) {
    if (eat(t, ',')) elements.push(null)
    else {
      elements.push(bound(t))
      if (!is(t, ']')) expect(t, ',')
    }
  }
  return { type: 'ArrayPattern', start, end: t.before, elements }
}

function objectPattern(t: Tokens): NodeOf<'ObjectPattern'> {
  const { start } = t
  next(t)
  const properties = listed(t, '}', boundProperty)
  return { type: 'ObjectPattern', start, end: t.before, properties }
}

function boundProperty(t: Tokens): NodeOf<'ObjectProperty' | 'RestElement'> {
  if (is(t, '...')) return rest(t)
  const { start } = t
  const mayBeShort = isName(t)
  const named = key(t)
  const shorthand = !eat(t, ':')
  if (shorthand && !mayBeShort) throw NOT_PLAIN
  const value = withDefault(t, shorthand ? { ...named.key } : target(t))
  return { type: 'ObjectProperty', start, end: t.before, method: false, ...named, shorthand, value }
}
