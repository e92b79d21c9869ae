/** Names an anonymous class after the variable or key to which it is assigned. */

import type { Machine, RValue, Scope } from './runtime'
import type { Node } from './source'

/** `const User = class extends Model {}` gets the name `User`; a class that a function returns gets none. */
export function evaluateNamed(node: Node, name: Node | string, scope: Scope, m: Machine): RValue {
  const given = typeof name === 'string' ? name : name.type === 'Identifier' ? name.name : ''
  return node.type === 'ClassExpression' && !node.id
    ? m.defineClass(node, scope, given)
    : m.evaluate(node, scope)
}
