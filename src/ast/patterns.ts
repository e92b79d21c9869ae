/** Binds values to names and destructuring patterns. */

import { isChoice, isList, isObject, isUnknown } from '../values'
import { join } from './choices'
import { isTextual, list } from './making'
import { evaluateNamed } from './naming'
import { keyOf } from './objects'
import { memberKey } from './reading'
import type { Machine, RValue, Scope } from './runtime'
import { declare, reassign, siteOf } from './scope'
import { type Node, originOf, textOf, unknownAt } from './source'

export function bind(pattern: Node, value: RValue, scope: Scope, declares: boolean, m: Machine): void {
  switch (pattern.type) {
    case 'Identifier':
      return declares
        ? declare(pattern.name, value, pattern, scope, m)
        : reassign(pattern.name, value, pattern, scope, m)
    case 'AssignmentPattern':
      return bind(pattern.left, orDefault(pattern, value, scope, m), scope, declares, m)
    case 'ObjectPattern':
      return bindObject(pattern, value, scope, declares, m)
    case 'ArrayPattern':
      return bindList(pattern, value, scope, declares, m)
    case 'MemberExpression':
      return bindMember(pattern, value, scope, m)
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return bind(pattern.expression, value, scope, declares, m)
    default:
  }
}

/** The value for `name = default` in a pattern: the default if the given value is undefined. */
function orDefault({ left, right }: Node, value: RValue, scope: Scope, m: Machine): RValue {
  const byDefault = () => evaluateNamed(right, left, scope, m)
  if (value === undefined) return byDefault()
  if (isChoice(value)) {
    const { of, at } = value
    if (!of.some((one) => one.value === undefined)) return value
    const otherwise = byDefault()
    return join(
      of.map((one) => (one.value === undefined ? { ...one, value: otherwise } : one)),
      at,
    )
  }
  if (!isUnknown(value) || isTextual(value) || left.type !== 'Identifier' || !isLiteral(right)) return value
  const written = textOf(right, scope.module.source)
  return { ...value, why: `${left.name} is ${written} where nothing is handed over, and ${value.why}` }
}

const isLiteral = ({ type }: Node): boolean => /^(Boolean|Null|Numeric|String)Literal$/.test(type)

function bindMember(pattern: Node, value: RValue, scope: Scope, m: Machine): void {
  const key = memberKey(pattern, scope, m)
  const at = originOf(pattern, scope.module.source)
  if (typeof key === 'string') m.set(m.evaluate(pattern.object, scope), key, value, { at, valueAt: at })
}

function bindObject(pattern: Node, value: RValue, scope: Scope, declares: boolean, m: Machine): void {
  const namedKeys: string[] = []
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      bind(property.argument, without(value, namedKeys, property, scope, m), scope, declares, m)
      continue
    }
    const key = keyOf(property, scope, m)
    namedKeys.push(key ?? '')
    const site = siteOf(property, scope, m)
    const part =
      key === undefined || value == null
        ? unknownAt(
            property,
            scope.module.source,
            isUnknown(value) ? value.why : 'the value taken apart is not known',
          )
        : m.get(value, key, site)
    bind(property.value, part, scope, declares, m)
  }
}

function without(value: RValue, keys: string[], node: Node, scope: Scope, m: Machine): RValue {
  const forced = m.force(value)
  if (isChoice(forced)) {
    const { of, at } = forced
    return {
      kind: 'choice',
      of: of.map((one) => ({ ...one, value: without(one.value, keys, node, scope, m) })),
      at,
    }
  }
  if (!isObject(forced))
    return unknownAt(node, scope.module.source, isUnknown(forced) ? forced.why : 'the rest is not known')
  const entries = new Map([...forced.entries].filter(([key]) => !keys.includes(key)))
  return { ...forced, entries }
}

function bindList(pattern: Node, value: RValue, scope: Scope, declares: boolean, m: Machine): void {
  const forced = m.force(value)
  const known = isList(forced) ? forced : undefined
  const missing = (node: Node) =>
    known && !known.open
      ? undefined
      : unknownAt(node, scope.module.source, isUnknown(forced) ? forced.why : 'the list is not known')
  for (const [index, element] of pattern.elements.entries()) {
    if (!element) continue
    if (element.type === 'RestElement')
      bind(
        element.argument,
        known ? list(known.items.slice(index), known.open) : missing(element),
        scope,
        declares,
        m,
      )
    else
      bind(
        element,
        known && index < known.items.length ? known.items[index] : missing(element),
        scope,
        declares,
        m,
      )
  }
}
