/** Evaluates member expressions, even if the key or the object is not known. */

import { isClass, isObject, isUnknown } from '../values'
import { join } from './choices'
import { ENVIRONMENT } from './making'
import type { Machine, RValue, Scope, Site } from './runtime'
import { siteOf } from './scope'
import { frameOf } from './self'
import { type Node, originOf, unknownAt } from './source'

export function memberKey(node: Node, scope: Scope, m: Machine): RValue {
  if (!node.computed)
    return node.property.type === 'PrivateName' ? `#${node.property.id.name}` : node.property.name
  const value = m.force(m.evaluate(node.property, scope))
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

export function member(node: Node, scope: Scope, m: Machine): RValue {
  const site = siteOf(node, scope, m)
  if (node.object.type === 'Super') return superMember(node, scope, m, site)
  const object = m.evaluate(node.object, scope)
  if (node.optional && object == null) return undefined
  const key = memberKey(node, scope, m)
  if (typeof key !== 'string') return anyMember(m.force(object), node, key, scope, m)
  const isMissing = node.computed && key === m.hosts.environment && !mayHave(m.force(object), key)
  return isMissing ? anyMember(m.force(object), node, key, scope, m) : m.get(object, key, site)
}

/** Whether the object may have the key; false for `config[env]` if the config lacks that environment. */
const mayHave = (object: RValue, key: string): boolean =>
  !isObject(object) || object.open !== undefined || object.entries.has(key)

/** Reads a member by an unknown key, such as `config[env]`: a choice of all entries. */
export function anyMember(object: RValue, node: Node, key: RValue, scope: Scope, m: Machine): RValue {
  const source = scope.module.source
  if (isUnknown(object)) return unknownAt(node, source, object.why)
  // `process.env[name]` is unknown for every name.
  if (isObject(object) && object.open?.why === ENVIRONMENT) return unknownAt(node, source, ENVIRONMENT)
  const unnamed = isObject(object) ? (object.unnamed ?? []) : []
  if (!isObject(object) || (object.open && !object.unnamed) || object.entries.size + unnamed.length === 0) {
    return unknownAt(node, source, isUnknown(key) ? key.why : 'the key is not known')
  }
  const cases = [
    ...[...object.entries].map(([when, slot]) => ({ value: slot.value, when })),
    ...unnamed.map((value) => ({ value, when: 'its key is computed' })),
  ]
  const current = cases.find(({ when }) => when === m.hosts.environment)
  if (current) return current.value
  const objects = cases.filter(({ value }) => isObject(value))
  return join(objects.length ? objects : cases, originOf(node, source))
}

export function superMember(node: Node, scope: Scope, m: Machine, site: Site): RValue {
  const frame = frameOf(scope)
  const key = memberKey(node, scope, m)
  const parent = frame?.home?.parent
  if (typeof key !== 'string' || parent === undefined)
    return unknownAt(node, site.source, 'the parent class is not known')
  const forced = m.force(parent)
  if (!frame?.isStatic && isClass(forced)) return forced.methods.get(key)
  return m.get(forced, key, site)
}
