/** Evaluates assignments, `++`, `--` and `delete`. */

import { isClass, isObject, isPrimitive } from '../values'
import { whyOf } from './bounds'
import { join, truthy } from './choices'
import { evaluateNamed } from './naming'
import { operate } from './operators'
import { memberKey } from './reading'
import type { Fn, Machine, Obj, RValue, Scope } from './runtime'
import { siteOf } from './scope'
import { thisOf } from './self'
import { type Node, originOf, unknownAt } from './source'

export function remove(node: Node, scope: Scope, m: Machine): RValue {
  if (!node.type.endsWith('MemberExpression')) return true
  const target = m.force(m.evaluate(node.object, scope))
  const key = memberKey(node, scope, m)
  if (isObject(target) && typeof key === 'string') m.write(target.entries, key, undefined)
  return true
}

export function update(node: Node, scope: Scope, m: Machine): RValue {
  const value = m.evaluate(node.argument, scope)
  const next: RValue =
    typeof value === 'number'
      ? value + (node.operator === '++' ? 1 : -1)
      : unknownAt(node, scope.module.source, 'it is counted')
  assign(node.argument, next, node, scope, m)
  return node.prefix ? next : value
}

export function assignment(node: Node, scope: Scope, m: Machine): RValue {
  const operator = node.operator.slice(0, -1)
  if (['||', '&&', '??'].includes(operator)) return logicalAssignment(node, operator, scope, m)
  const right = evaluateNamed(node.right, node.left, scope, m)
  const value = operator === '' ? right : compound(node, operator, right, scope, m)
  assign(node.left, value, node, scope, m)
  return value
}

function compound(node: Node, operator: string, right: RValue, scope: Scope, m: Machine): RValue {
  const left = m.force(m.evaluate(node.left, scope))
  return operate(operator, left, m.force(right)) ?? unknownAt(node, scope.module.source, whyOf(left, right))
}

/** `||=`, `&&=` and `??=` neither evaluate the right side nor write where the left side decides. */
function logicalAssignment(node: Node, operator: string, scope: Scope, m: Machine): RValue {
  const left = m.force(m.evaluate(node.left, scope))
  const test = operator === '??' ? (isPrimitive(left) ? left != null : truthy(left)) : truthy(left)
  if (test !== undefined && test !== (operator === '&&')) return left
  const right = evaluateNamed(node.right, node.left, scope, m)
  const cases = [
    { value: left, when: 'before' },
    { value: right, when: 'after' },
  ]
  const value = test === undefined ? join(cases, originOf(node, scope.module.source)) : right
  assign(node.left, value, node, scope, m)
  return value
}

function assign(left: Node, value: RValue, node: Node, scope: Scope, m: Machine): void {
  const target =
    left.type === 'TSAsExpression' ||
    left.type === 'TSNonNullExpression' ||
    left.type === 'ParenthesizedExpression'
      ? left.expression
      : left
  if (!target.type.endsWith('MemberExpression')) return m.bind(target, value, scope, false)
  const source = scope.module.source
  const object = target.object.type === 'Super' ? thisOf(scope) : m.force(m.evaluate(target.object, scope))
  const key = memberKey(target, scope, m)
  const places = { at: originOf(node, source), valueAt: originOf(node.right ?? node, source) }
  const setter = isObject(object) && typeof key === 'string' ? setterOf(object, key, m) : undefined
  if (setter) m.call(setter, [value], object, siteOf(node, scope, m))
  else if (typeof key === 'string') m.set(object, key, value, places)
  else if (isObject(object)) object.open ??= unknownAt(target, source, 'a computed key is set')
}

/** The setter of an object literal, or of its class where the object has no such entry of its own. */
function setterOf({ setters, entries, class: cls }: Obj, key: string, m: Machine): Fn | undefined {
  const own = setters?.get(key)
  if (own || entries.has(key)) return own
  for (let one: RValue = cls; isClass(one); one = m.force(one.parent)) {
    const setter = one.setters.get(key)
    if (setter) return setter
  }
  return undefined
}
