/** Evaluates classes: their parents, static members and methods. */

import { keyOf } from './objects'
import type { Cls, Fn, Machine, Scope, Slot } from './runtime'
import { innerScope } from './scope'
import { type Node, originOf } from './source'

export function defineClass(node: Node, outer: Scope, m: Machine, name = ''): Cls {
  const { source } = outer.module
  const scope = innerScope(outer, m)
  const cls: Cls = {
    kind: 'class',
    node,
    scope,
    name: node.id?.name ?? name,
    parent: node.superClass ? m.evaluate(node.superClass, outer) : undefined,
    statics: new Map(),
    getters: new Map(),
    methods: new Map(),
    setters: new Map(),
    at: originOf(node, source),
  }
  if (node.id) scope.names.set(node.id.name, { value: cls, at: cls.at, valueAt: cls.at })
  for (const member of node.body.body) if (isMethod(member)) addMethod(cls, member, m)
  for (const member of node.body.body) addStatic(cls, member, m)
  m.hosts.made?.(cls, m)
  return cls
}

const isMethod = (member: Node) => member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod'

function addMethod(cls: Cls, member: Node, m: Machine): void {
  const key = keyOf(member, cls.scope, m)
  if (key === undefined || !member.body) return
  const fn: Fn = {
    kind: 'function',
    node: member,
    scope: cls.scope,
    home: cls,
    isStatic: Boolean(member.static),
  }
  m.functions.set(member, fn)
  if (!member.static) (member.kind === 'set' ? cls.setters : cls.methods).set(key, fn)
  else if (member.kind === 'get') cls.getters.set(key, fn)
  else if (member.kind !== 'set') cls.statics.set(key, slotOf(member, fn, cls))
}

const slotOf = (member: Node, value: Slot['value'], cls: Cls): Slot => {
  const { source } = cls.scope.module
  return { value, at: originOf(member, source), valueAt: originOf(member.value ?? member, source) }
}

/** Static fields and blocks run in order, with the class as `this`. */
function addStatic(cls: Cls, member: Node, m: Machine): void {
  if (!member.static && member.type !== 'StaticBlock') return
  const scope = innerScope(cls.scope, m)
  scope.frame = { self: cls, home: cls, isStatic: true, args: [], returns: [] }
  if (member.type === 'StaticBlock') m.execute(member.body, scope)
  if (!/^Class(Private)?Property$|^ClassAccessorProperty$/.test(member.type) || member.declare) return
  const key = keyOf(member, cls.scope, m)
  if (key !== undefined)
    m.write(cls.statics, key, slotOf(member, member.value ? m.evaluate(member.value, scope) : undefined, cls))
}
