/** Parses objects, templates, and lists of elements and arguments. */

import type { Node } from '../source'
import { behindName } from './functions'
import { passedObject } from './lazy'
import { isName, isSpread, key, modifiers, spread } from './names'
import { eat, is, listed, moveTo, next } from './scanner'
import { NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Parses elements or arguments after the opening bracket. */
export const elements = (t: Tokens, close: string): Node[] =>
  listed(t, close, () => (isSpread(t) ? spread(t) : t.grammar.assignment(t)))

export const object = (t: Tokens): NodeOf<'ObjectExpression'> => passedObject(t, objectNow) ?? objectNow(t)

function objectNow(t: Tokens): NodeOf<'ObjectExpression'> {
  const { start } = t
  next(t)
  const properties = listed(t, '}', property)
  return { type: 'ObjectExpression', start, end: t.before, properties }
}

function property(t: Tokens): NodeOf<'SpreadElement' | 'ObjectMethod' | 'ObjectProperty'> {
  if (isSpread(t)) return spread(t)
  const { start } = t
  const { kind, isAsync } = modifiers(t)
  const mayBeShort = isName(t)
  const named = key(t)
  if (is(t, '(')) {
    const parts = behindName(t, isAsync)
    const method = kind === 'method'
    return { type: 'ObjectMethod', start, end: t.before, method, ...named, kind, id: null, ...parts }
  }
  if (kind !== 'method' || isAsync) throw NOT_PLAIN
  const shorthand = !eat(t, ':')
  if (shorthand && !mayBeShort) throw NOT_PLAIN
  const value: Node = shorthand ? { ...named.key } : t.grammar.assignment(t)
  return { type: 'ObjectProperty', start, end: t.before, method: false, ...named, shorthand, value }
}

/** Parses a template; the current token is a backtick. */
export function template(t: Tokens): NodeOf<'TemplateLiteral'> {
  const { start, text } = t
  const quasis: NodeOf<'TemplateElement'>[] = []
  const expressions: Node[] = []
  for (let from = start + 1; ; from = t.end) {
    const [end, isLast] = endOfQuasi(text, from)
    const raw = text.slice(from, end).replaceAll('\r\n', '\n')
    quasis.push({ type: 'TemplateElement', start: from, end, value: { raw, cooked: raw }, tail: isLast })
    moveTo(t, end + (isLast ? 1 : 2))
    if (isLast) return { type: 'TemplateLiteral', start, end: t.before, expressions, quasis }
    expressions.push(t.grammar.expression(t))
    if (!is(t, '}')) throw NOT_PLAIN
  }
}

/** The end of a template's text part: at a backtick or at `${`. */
function endOfQuasi(text: string, from: number): [end: number, isLast: boolean] {
  const QUASI = /[`\\]|\$\{/g
  QUASI.lastIndex = from
  const found = QUASI.exec(text)
  if (!found || found[0] === '\\') throw NOT_PLAIN
  return [found.index, found[0] === '`']
}
