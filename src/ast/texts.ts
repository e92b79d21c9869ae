/** Texts put together, and other operators with two sides. */

import { MAX_TEXT, TOO_LONG, whyOf } from './bounds'
import { operate } from './operators'
import { isUnknown, kindOf, type Machine, type RValue, type Scope } from './runtime'
import { type Node, unknownAt } from './source'

export function template(node: Node, scope: Scope, m: Machine): RValue {
  const texts = (node.quasis as Node[]).map(({ value }) => (value.cooked ?? '') as string)
  const values = (node.expressions as Node[]).map((one) => m.force(m.evaluate(one, scope)))
  const pieces = texts.flatMap((text, index) => (index < values.length ? [text, values[index]] : [text]))
  return concatenated(pieces, node, scope)
}

let holes = 0

/** Stands in a text for a part that is not known. */
export const hole = (): string => `__unread_${++holes}__`

/** Texts one after another; a part that is not known leaves a hole in the text, which is then not known as a whole. */
function concatenated(pieces: RValue[], node: Node, scope: Scope): RValue {
  const length = pieces.reduce<number>((sum, one) => sum + lengthOf(one), 0)
  if (length > MAX_TEXT) return unknownAt(node, scope.module.source, TOO_LONG)
  if (pieces.every((one) => kindOf(one) === 'primitive')) return pieces.map(String).join('')
  const unread = pieces.find((one) => kindOf(one) !== 'primitive')
  const text = (one: RValue) =>
    kindOf(one) === 'primitive' ? String(one) : ((isUnknown(one) ? one.partial : undefined) ?? hole())
  const why = isUnknown(unread) ? unread.why : 'a part of it is not a text'
  return { ...unknownAt(node, scope.module.source, why), partial: pieces.map(text).join('') }
}

const lengthOf = (piece: RValue): number =>
  typeof piece === 'string' ? piece.length : isUnknown(piece) ? (piece.partial?.length ?? 0) : 0

export function binary(node: Node, scope: Scope, m: Machine): RValue {
  const [left, right] = [node.left, node.right].map((one: Node) => m.force(m.evaluate(one, scope)))
  const result = operate(node.operator, left, right)
  if (result !== undefined) return result
  const isText = (one: RValue) => typeof one === 'string' || (isUnknown(one) && one.partial !== undefined)
  if (node.operator === '+' && (isText(left) || isText(right)))
    return concatenated([left, right], node, scope)
  return unknownAt(node, scope.module.source, whyOf(left, right))
}
