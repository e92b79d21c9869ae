/** Evaluates call and `new` expressions: callee, receiver and arguments. */

import { isChoice, isClass, isFunction, isHost, isList, isObject, isRef, isUnknown } from '../values'
import { borrow } from './borrowed'
import { compiledHelper } from './builtins'
import { join } from './choices'
import { requireChosen } from './chosen-file'
import { isOfPackage, list } from './making'
import { spreadList } from './objects'
import { anyMember, memberKey, superMember } from './reading'
import type { Machine, RValue, Scope, Site } from './runtime'
import { siteOf } from './scope'
import { frameOf, thisOf } from './self'
import { type Node, unknownAt } from './source'
import { spreadInto } from './spread'

export function call(node: Node, scope: Scope, m: Machine): RValue {
  m.visited.add(node)
  const site = siteOf(node, scope, m)
  const { callee } = node
  const helper = compiledHelper(
    callee.name ?? callee.property?.name,
    () => argumentsOf(node, scope, m),
    site,
    m,
  )
  if (helper !== undefined) return helper
  if (callee.type === 'Import') return importCall({ ...node, source: node.arguments[0] }, scope, m)
  if (callee.type === 'Super') return callSuper(node, scope, m, site)
  if (!callee.type.endsWith('MemberExpression')) {
    const fn = m.evaluate(callee, scope)
    if (node.optional && fn == null) return undefined
    return m.call(fn, argumentsOf(node, scope, m), undefined, site)
  }
  return callMember(node, scope, m, site)
}

const argumentsOf = (node: Node, scope: Scope, m: Machine): RValue[] => {
  const { items, open: unread } = spreadList(node.arguments, scope, m)
  return unread ? [...items, unread] : items
}

/** Evaluates the receiver; a package is read only when the result of the call is needed. */
function receiver(node: Node, scope: Scope, m: Machine): RValue {
  const value = m.evaluate(node, scope)
  return isOfPackage(value) ? value : m.force(value)
}

function callMember(node: Node, scope: Scope, m: Machine, site: Site): RValue {
  const { callee } = node
  const isSuper = callee.object.type === 'Super'
  const self = isSuper ? thisOf(scope) : receiver(callee.object, scope, m)
  if ((callee.optional || node.optional) && self == null) return undefined
  const key = memberKey(callee, scope, m)
  const args = argumentsOf(node, scope, m)
  if (typeof key !== 'string') {
    m.hosts.unnamed?.(self, args, site)
    return m.call(anyMember(m.force(self), callee, key, scope, m), args, self, site)
  }
  const fn = isSuper ? superMember(callee, scope, m, site) : m.get(self, key, site)
  if (isFunction(fn) || isHost(fn) || isClass(fn)) return m.call(fn, args, self, site)
  const known = m.hosts.method?.(self, key, args, site)
  if (known !== undefined) return known
  const borrowed = isRef(self) ? borrow(self, key, args, site, m) : undefined
  return borrowed !== undefined ? borrowed : m.call(fn, args, self, site)
}

function callSuper(node: Node, scope: Scope, m: Machine, site: Site): RValue {
  const frame = frameOf(scope)
  const parent = m.force(frame?.home?.parent)
  const args = argumentsOf(node, scope, m)
  const self = thisOf(scope)
  if (isObject(self)) {
    const made = m.construct(parent, args, { ...site, constructs: self })
    if (isObject(made) && made !== self) spreadInto(self, made, node, scope.module.source, m)
    else if (made !== self) self.made = made
  }
  return self
}

export function importCall(node: Node, scope: Scope, m: Machine): RValue {
  const given = m.force(m.evaluate(node.source, scope))
  // `import(pathToFileURL(file))`
  const specifier = isObject(given) ? given.entries.get('href')?.value : given
  const site = siteOf(node, scope, m)
  if (isUnknown(specifier)) return requireChosen(specifier, scope.module, true, site, m)
  if (typeof specifier !== 'string')
    return unknownAt(node, scope.module.source, 'the module to import is computed')
  return m.require(specifier, scope.module, true, site)
}

export function construction(node: Node, scope: Scope, m: Machine): RValue {
  m.visited.add(node)
  const callee = m.evaluate(node.callee, scope)
  const site = siteOf(node, scope, m)
  const cases =
    node.arguments.length === 1 && node.arguments[0].type === 'SpreadElement'
      ? m.evaluate(node.arguments[0].argument, scope)
      : undefined
  // `new Sequelize(...(url ? [url, options] : [options]))`: constructs once per alternative.
  if (isChoice(cases)) {
    const made = cases.of.map(({ value, when }) => ({
      value: m.construct(callee, itemsIn(value, node, scope, m), site),
      when,
    }))
    return join(made, site.at)
  }
  return m.construct(callee, argumentsOf(node, scope, m), site)
}

function itemsIn(value: RValue, node: Node, scope: Scope, m: Machine): RValue[] {
  const forced = m.force(value)
  if (isList(forced) && !forced.open) return forced.items
  return [unknownAt(node, scope.module.source, 'its arguments are not known')]
}

/** Calls a template tag if the project defines it; for any other tag (`sql`) the template's text is the value. */
export function tagged(node: Node, scope: Scope, m: Machine): RValue {
  const tag = m.force(m.evaluate(node.tag, scope))
  if (!isFunction(tag) && !isHost(tag)) return m.evaluate(node.quasi, scope)
  const { quasis } = node.quasi
  const texts = list(quasis.map(({ value }: Node) => value.cooked))
  texts.raw = list(quasis.map(({ value }: Node) => value.raw))
  const values = node.quasi.expressions.map((one: Node) => m.evaluate(one, scope))
  return m.call(tag, [texts, ...values], undefined, siteOf(node, scope, m))
}
