/** Evaluates `new`: for classes of the project, of packages, and for functions. */

import { isClass, isPrimitive } from '../values'
import { join } from './choices'
import { objectAt, unknownFor } from './making'
import type { Cls, Machine, Obj, RValue, Site } from './runtime'
import { innerScope } from './scope'
import { type Node, originOf, unknownAt, walk } from './source'
import { notRead } from './spread'

export function construct(callee: RValue, args: RValue[], site: Site, m: Machine): RValue {
  const cls = m.force(callee)
  const known = isClass(cls) ? undefined : m.hosts.call?.(cls, args, true, site)
  if (known !== undefined) return known
  if (isPrimitive(cls)) return unknownFor(site, notRead(cls))
  switch (cls.kind) {
    case 'class':
      return instance(cls, args, site, m)
    case 'ref':
      return { ...cls, args, isNew: true, site }
    case 'function': {
      const self: Obj = objectAt(site.at)
      const result = m.call(cls, args, self, site)
      return isPrimitive(result) ? self : result
    }
    case 'host':
      return m.call(cls, args, undefined, site)
    case 'choice':
      return join(
        cls.of.map(({ value, when }) => ({ value: m.construct(value, args, site), when })),
        site.at,
      )
    default:
      return unknownFor(site, notRead(cls), cls)
  }
}

/** Runs the parent constructor, if the class has none of its own, then the fields, then its own constructor. */
function instance(cls: Cls, args: RValue[], site: Site, m: Machine): RValue {
  const self: Obj = site.constructs ?? {
    kind: 'object',
    entries: new Map(),
    at: site.at,
    class: cls,
  }
  const parent = m.force(cls.parent)
  const own = cls.methods.get('constructor')
  if (!own && isClass(parent)) instance(parent, args, { ...site, constructs: self }, m)
  else if (!own && parent !== undefined) self.made = m.construct(parent, args, site)
  fields(cls, self, m)
  if (own) m.call(own, args, self, site)
  forgetFields(cls, self, m)
  return self
}

function fields(cls: Cls, self: Obj, m: Machine): void {
  const scope = innerScope(cls.scope, m)
  scope.frame = { self, home: cls, args: [], returns: [] }
  for (const member of cls.node.body.body) {
    if (member.type !== 'ClassProperty' || member.static || !member.value || member.computed) continue
    const at = originOf(member, cls.scope.module.source)
    m.write(self.entries, member.key.name ?? String(member.key.value), {
      value: m.evaluate(member.value, scope),
      at,
      valueAt: at,
    })
  }
}

const assigned = new WeakMap<Node, string[]>()

/** The fields that a method assigns: `this.store = ...`. */
function assignedBy(method: Node): string[] {
  const known = assigned.get(method)
  if (known) return known
  const names: string[] = []
  walk(method, (node) => {
    const target = node.type === 'AssignmentExpression' ? node.left : undefined
    if (target?.type === 'MemberExpression' && target.object.type === 'ThisExpression' && !target.computed)
      names.push(target.property.name)
  })
  assigned.set(method, names)
  return names
}

/** Makes a field unknown if a method assigns it that has not run yet, since it may run at any time. */
function forgetFields(cls: Cls, self: Obj, m: Machine): void {
  const { source } = cls.scope.module
  for (const [name, { node }] of cls.methods) {
    if (name === 'constructor' || m.called.has(node)) continue
    for (const field of assignedBy(node)) {
      const at = originOf(node, source)
      m.write(self.entries, field, {
        value: unknownAt(node.key, source, `the method ${name} sets ${field} at run time`),
        at,
        valueAt: at,
      })
    }
  }
}
