/** Names that a class without one gets from the place where it is written. */

import type { Machine, RValue, Scope } from './runtime'
import type { Node } from './source'

/** `const User = class extends Model {}` is called User; a class that a function gives back is not. */
export function evaluateNamed(node: Node, name: Node | string, scope: Scope, m: Machine): RValue {
  const given = typeof name === 'string' ? name : name.type === 'Identifier' ? name.name : ''
  return node.type === 'ClassExpression' && !node.id
    ? m.defineClass(node, scope, given)
    : m.evaluate(node, scope)
}
