/** Evaluates template literals and binary operators. */

import { isPrimitive, isUnknown } from '../values'
import { LETTERS, MAX_TEXT, TOO_LONG, whyOf } from './bounds'
import { operate } from './operators'
import type { Machine, RValue, Scope } from './runtime'
import { type Node, unknownAt } from './source'

export function template(node: Node, scope: Scope, m: Machine): RValue {
  const texts: string[] = node.quasis.map(({ value }: Node) => value.cooked ?? '')
  const values: RValue[] = node.expressions.map((one: Node) => m.force(m.evaluate(one, scope)))
  const pieces = texts.flatMap((text, index) => (index < values.length ? [text, values[index]] : [text]))
  return concatenated(pieces, node, scope, m)
}

/** Creates a placeholder for an unknown part of a string. */
export const hole = (m: Machine): string => `__unread_${++m.holes}__`

/** Concatenates strings; an unknown part makes the result an Unknown whose `partial` text holds a placeholder. */
function concatenated(pieces: RValue[], node: Node, scope: Scope, m: Machine): RValue {
  const length = pieces.reduce<number>((sum, one) => sum + lengthOf(one), 0)
  m.budget -= Math.ceil(length / LETTERS)
  if (length > MAX_TEXT) return unknownAt(node, scope.module.source, TOO_LONG)
  if (pieces.every((one) => isPrimitive(one))) return pieces.map(String).join('')
  const unread = pieces.find((one) => !isPrimitive(one))
  const text = (one: RValue) =>
    isPrimitive(one) ? String(one) : ((isUnknown(one) ? one.partial : undefined) ?? hole(m))
  const why = isUnknown(unread) ? unread.why : 'a part of it is not a text'
  return { ...unknownAt(node, scope.module.source, why), partial: pieces.map(text).join('') }
}

const lengthOf = (piece: RValue): number =>
  typeof piece === 'string' ? piece.length : isUnknown(piece) ? (piece.partial?.length ?? 0) : 0

/** Evaluates a chain of operators from left to right without recursion, since a string may have a thousand parts. */
export function binary(node: Node, scope: Scope, m: Machine): RValue {
  const all = [node]
  let { left } = node
  for (; left.type === 'BinaryExpression'; left = left.left) all.push(left)
  let value = m.force(m.evaluate(left, scope))
  for (const one of all.reverse()) {
    m.budget--
    value = sided(one, value, m.force(m.evaluate(one.right, scope)), scope, m)
  }
  return value
}

function sided(node: Node, left: RValue, right: RValue, scope: Scope, m: Machine): RValue {
  const result = operate(node.operator, left, right)
  if (result !== undefined) return result
  const isText = (one: RValue) => typeof one === 'string' || (isUnknown(one) && one.partial !== undefined)
  if (node.operator === '+' && (isText(left) || isText(right)))
    return concatenated([left, right], node, scope, m)
  return unknownAt(node, scope.module.source, whyOf(left, right))
}
