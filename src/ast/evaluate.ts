/** Expressions -> values. What cannot be told is an Unknown with its text, place and reason. */

import type { Primitive } from '../types'
import { compiledHelper } from './builtins'
import { operate, unary } from './operators'
import {
  type Fn,
  isUnknown,
  join,
  kindOf,
  type List,
  list,
  type Machine,
  type Obj,
  type RValue,
  type Scope,
  type Site,
  type Slot,
  truthy,
} from './runtime'
import { lookup, siteOf } from './scope'
import { type Node, originOf, textOf, unknownAt } from './source'
import { open, spreadInto } from './spread'

type Evaluator = (node: Node, scope: Scope, m: Machine) => RValue

export function evaluate(node: Node, scope: Scope, m: Machine): RValue {
  if (m.budget-- <= 0) return unknownAt(node, scope.module.source, 'reading it takes too long')
  const evaluator = evaluators[node.type]
  return evaluator
    ? evaluator(node, scope, m)
    : unknownAt(node, scope.module.source, 'this kind of expression is not read')
}

const inner: Evaluator = (node, scope, m) => m.evaluate(node.expression, scope)
const literal: Evaluator = (node) => node.value as Primitive

const evaluators: Record<string, Evaluator> = {
  StringLiteral: literal,
  NumericLiteral: literal,
  BooleanLiteral: literal,
  NullLiteral: () => null,
  DirectiveLiteral: literal,
  RegExpLiteral: (node) => ({
    kind: 'ref',
    module: 'RegExp',
    path: [node.pattern, node.flags],
    text: `/${node.pattern}/`,
  }),
  TSAsExpression: inner,
  TSSatisfiesExpression: inner,
  TSNonNullExpression: inner,
  TSTypeAssertion: inner,
  TSInstantiationExpression: inner,
  TypeCastExpression: inner,
  ParenthesizedExpression: inner,
  ChainExpression: inner,
  AwaitExpression: (node, scope, m) => m.evaluate(node.argument, scope),
  YieldExpression: (node, scope, m) => (node.argument ? m.evaluate(node.argument, scope) : undefined),
  ThisExpression: (node, scope) =>
    (frameOf(scope) ? thisOf(scope) : scope.module.cjs.entries.get('exports')?.value) ??
    unknownAt(node, scope.module.source, '"this" is not known here'),
  Identifier: identifier,
  TemplateLiteral: template,
  TaggedTemplateExpression: (node, scope, m) => m.evaluate(node.quasi, scope),
  ObjectExpression: object,
  ArrayExpression: (node, scope, m) => spreadList(node.elements, scope, m),
  ArrowFunctionExpression: functionValue,
  FunctionExpression: functionValue,
  ClassExpression: (node, scope, m) => m.defineClass(node, scope),
  SequenceExpression: (node, scope, m) => node.expressions.map((one: Node) => m.evaluate(one, scope)).at(-1),
  ConditionalExpression: conditional,
  LogicalExpression: logical,
  BinaryExpression: binary,
  UnaryExpression: unaryExpression,
  UpdateExpression: update,
  AssignmentExpression: assignment,
  MemberExpression: member,
  OptionalMemberExpression: member,
  MetaProperty: (node, scope) => metaProperty(node, scope),
  CallExpression: call,
  OptionalCallExpression: call,
  ImportExpression: (node, scope, m) => importCall(node, scope, m),
  NewExpression: (node, scope, m) => {
    m.visited.add(node)
    const callee = m.evaluate(node.callee, scope)
    return m.construct(callee, spreadList(node.arguments, scope, m).items, siteOf(node, scope, m))
  },
}

function thisOf(scope: Scope | undefined): RValue {
  for (; scope; scope = scope.parent) if (scope.frame) return scope.frame.self
  return undefined
}

function identifier(node: Node, scope: Scope, m: Machine): RValue {
  if (node.name === 'undefined') return undefined
  return lookup(node.name, scope, m) ?? found(node, scope)
}

function found(node: Node, scope: Scope): RValue {
  for (let one: Scope | undefined = scope; one; one = one.parent)
    if (one.names.has(node.name)) return undefined
  return unknownAt(node, scope.module.source, `${node.name} is not defined in this file`)
}

function whyOf(...values: RValue[]): string {
  const unread = values.find(isUnknown)
  return unread ? unread.why : 'its operands are not known'
}

function template(node: Node, scope: Scope, m: Machine): RValue {
  const texts = (node.quasis as Node[]).map(({ value }) => (value.cooked ?? '') as string)
  const values = (node.expressions as Node[]).map((one) => m.force(m.evaluate(one, scope)))
  const pieces = texts.flatMap((text, index) => (index < values.length ? [text, values[index]] : [text]))
  return concatenated(pieces, node, scope)
}

let holes = 0

/** Texts one after another; a part that is not known leaves a hole in the text, which is then not known as a whole. */
function concatenated(pieces: RValue[], node: Node, scope: Scope): RValue {
  if (pieces.every((one) => kindOf(one) === 'primitive')) return pieces.map(String).join('')
  const unread = pieces.find((one) => kindOf(one) !== 'primitive')
  const text = (one: RValue) =>
    kindOf(one) === 'primitive'
      ? String(one)
      : ((isUnknown(one) ? one.partial : undefined) ?? `__unread_${++holes}__`)
  const why = isUnknown(unread) ? unread.why : 'a part of it is not a text'
  return { ...unknownAt(node, scope.module.source, why), partial: pieces.map(text).join('') }
}

function binary(node: Node, scope: Scope, m: Machine): RValue {
  const [left, right] = [node.left, node.right].map((one: Node) => m.force(m.evaluate(one, scope)))
  const result = operate(node.operator, left, right)
  if (result !== undefined) return result
  const isText = (one: RValue) => typeof one === 'string' || (isUnknown(one) && one.partial !== undefined)
  if (node.operator === '+' && (isText(left) || isText(right)))
    return concatenated([left, right], node, scope)
  return unknownAt(node, scope.module.source, whyOf(left, right))
}

function functionValue(node: Node, scope: Scope, m: Machine): Fn {
  const fn: Fn = { kind: 'function', node, scope }
  if (node.type === 'ArrowFunctionExpression') fn.self = thisOf(scope)
  m.functions.set(node, fn)
  return fn
}

function object(node: Node, scope: Scope, m: Machine): Obj {
  const source = scope.module.source
  const made: Obj = { kind: 'object', entries: new Map(), at: originOf(node, source) }
  for (const property of node.properties as Node[]) {
    if (property.type === 'SpreadElement')
      spreadInto(made, m.evaluate(property.argument, scope), property, scope, m)
    else {
      const key = keyOf(property, scope, m)
      if (typeof key !== 'string') open(made, unknownAt(property.key, source, 'the key is computed'))
      else {
        const value =
          property.type === 'ObjectMethod' ? method(property, scope, m) : m.evaluate(property.value, scope)
        // A later key wins, and keeps the place where it is written.
        made.entries.delete(key)
        made.entries.set(key, {
          value,
          at: originOf(property, source),
          valueAt: originOf(property.type === 'ObjectMethod' ? property : property.value, source),
        })
      }
    }
  }
  return made
}

function method(property: Node, scope: Scope, m: Machine): RValue {
  const fn: Fn = { kind: 'function', node: property, scope }
  m.functions.set(property, fn)
  if (property.kind === 'get') return m.call(fn, [], undefined, siteOf(property, scope, m))
  return fn
}

/** The static name of a property or member, or undefined where it is computed at run time. */
export function keyOf(property: Node, scope: Scope, m: Machine): string | undefined {
  const { key } = property
  if (!property.computed)
    return key.type === 'Identifier'
      ? key.name
      : key.type === 'PrivateName'
        ? `#${key.id.name}`
        : String(key.value)
  const value = m.force(m.evaluate(key, scope))
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function spreadList(elements: (Node | null)[], scope: Scope, m: Machine): List {
  const items: RValue[] = []
  let unread: List['open']
  for (const element of elements) {
    if (element?.type !== 'SpreadElement') {
      items.push(element ? m.evaluate(element, scope) : undefined)
      continue
    }
    const value = m.force(m.evaluate(element.argument, scope))
    if (kindOf(value) === 'list') {
      items.push(...(value as List).items)
      unread ??= (value as List).open
    } else
      unread ??= isUnknown(value) ? value : unknownAt(element, scope.module.source, 'the list is not known')
  }
  return list(items, unread)
}

function conditional(node: Node, scope: Scope, m: Machine): RValue {
  const test = truthy(m.force(m.evaluate(node.test, scope)))
  if (test !== undefined) return m.evaluate(test ? node.consequent : node.alternate, scope)
  const when = textOf(node.test, scope.module.source)
  return join(
    [
      { value: m.evaluate(node.consequent, scope), when },
      { value: m.evaluate(node.alternate, scope), when: `not ${when}` },
    ],
    originOf(node, scope.module.source),
  )
}

function logical(node: Node, scope: Scope, m: Machine): RValue {
  const left = m.force(m.evaluate(node.left, scope))
  const nullish =
    kindOf(left) === 'primitive'
      ? left == null
      : isUnknown(left) || kindOf(left) === 'choice'
        ? undefined
        : false
  const test = node.operator === '??' ? (nullish === undefined ? undefined : !nullish) : truthy(left)
  const takesRight = node.operator === '&&' ? test : test === undefined ? undefined : !test
  if (takesRight !== undefined) return takesRight ? m.evaluate(node.right, scope) : left
  const right = m.evaluate(node.right, scope)
  // `process.env.NODE_ENV || 'development'`: not known, whatever the right side is.
  if (isUnknown(left) && kindOf(right) === 'primitive') return unknownAt(node, scope.module.source, left.why)
  const when = textOf(node.left, scope.module.source)
  return join(
    [
      { value: left, when },
      { value: right, when: `not ${when}` },
    ],
    originOf(node, scope.module.source),
  )
}

function unaryExpression(node: Node, scope: Scope, m: Machine): RValue {
  if (node.operator === 'delete') return remove(node.argument, scope, m)
  const value = m.force(m.evaluate(node.argument, scope))
  const result = unary(node.operator, value)
  return result.known ? result.value : unknownAt(node, scope.module.source, whyOf(value))
}

function remove(node: Node, scope: Scope, m: Machine): RValue {
  if (!node.type.endsWith('MemberExpression')) return true
  const target = m.force(m.evaluate(node.object, scope))
  const key = memberKey(node, scope, m)
  if (kindOf(target) === 'object' && typeof key === 'string') m.write((target as Obj).entries, key, undefined)
  return true
}

function update(node: Node, scope: Scope, m: Machine): RValue {
  const value = m.evaluate(node.argument, scope)
  const next: RValue =
    typeof value === 'number'
      ? value + (node.operator === '++' ? 1 : -1)
      : unknownAt(node, scope.module.source, 'it is counted')
  assign(node.argument, next, node, scope, m)
  return node.prefix ? next : value
}

function assignment(node: Node, scope: Scope, m: Machine): RValue {
  const right = m.evaluate(node.right, scope)
  const value = node.operator === '=' ? right : compound(node, right, scope, m)
  assign(node.left, value, node, scope, m)
  return value
}

function compound(node: Node, right: RValue, scope: Scope, m: Machine): RValue {
  const left = m.force(m.evaluate(node.left, scope))
  const operator = node.operator.slice(0, -1)
  if (!['||', '&&', '??'].includes(operator)) {
    return operate(operator, left, m.force(right)) ?? unknownAt(node, scope.module.source, whyOf(left, right))
  }
  const test = operator === '??' ? (kindOf(left) === 'primitive' ? left != null : truthy(left)) : truthy(left)
  if (test === undefined)
    return join(
      [
        { value: left, when: 'before' },
        { value: right, when: 'after' },
      ],
      originOf(node, scope.module.source),
    )
  return test === (operator === '&&') ? right : left
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
  if (typeof key === 'string') m.set(object, key, value, places)
  else if (kindOf(object) === 'object')
    (object as Obj).open ??= unknownAt(target, source, 'a computed key is set')
}

export function memberKey(node: Node, scope: Scope, m: Machine): RValue {
  if (!node.computed)
    return node.property.type === 'PrivateName' ? `#${node.property.id.name}` : node.property.name
  const value = m.force(m.evaluate(node.property, scope))
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

function member(node: Node, scope: Scope, m: Machine): RValue {
  const site = siteOf(node, scope, m)
  if (node.object.type === 'Super') return superMember(node, scope, m, site)
  const object = m.evaluate(node.object, scope)
  if (node.optional && object == null) return undefined
  const key = memberKey(node, scope, m)
  if (typeof key === 'string') return m.get(object, key, site)
  return anyMember(m.force(object), node, key, scope)
}

/** `config[env]` with an environment that is only known at run time: one of all there are. */
function anyMember(object: RValue, node: Node, key: RValue, scope: Scope): RValue {
  const source = scope.module.source
  if (isUnknown(object)) return unknownAt(node, source, object.why)
  if (kindOf(object) !== 'object' || (object as Obj).open || (object as Obj).entries.size === 0) {
    return unknownAt(node, source, isUnknown(key) ? key.why : 'the key is not known')
  }
  const cases = [...(object as Obj).entries].map(([when, slot]) => ({ value: slot.value, when }))
  const objects = cases.filter(({ value }) => kindOf(value) === 'object')
  return join(objects.length ? objects : cases, originOf(node, source))
}

function superMember(node: Node, scope: Scope, m: Machine, site: Site): RValue {
  const frame = frameOf(scope)
  const key = memberKey(node, scope, m)
  const parent = frame?.home?.parent
  if (typeof key !== 'string' || parent === undefined)
    return unknownAt(node, site.source, 'the parent class is not known')
  const forced = m.force(parent)
  if (!frame?.isStatic && kindOf(forced) === 'class')
    return (forced as Extract<RValue, { kind: 'class' }>).methods.get(key)
  return m.get(forced, key, site)
}

export function frameOf(scope: Scope | undefined) {
  for (; scope; scope = scope.parent) if (scope.frame) return scope.frame
  return undefined
}

function metaProperty(node: Node, scope: Scope): RValue {
  const { file } = scope.module
  const { pathToFileURL } = require('node:url') as typeof import('node:url')
  const { dirname } = require('node:path') as typeof import('node:path')
  const at = originOf(node, scope.module.source)
  const slot = (value: RValue): Slot => ({ value, at, valueAt: at })
  const entries = new Map([
    ['url', slot(pathToFileURL(file).href)],
    ['dirname', slot(dirname(file))],
    ['filename', slot(file)],
  ])
  return { kind: 'object', entries, at }
}

function call(node: Node, scope: Scope, m: Machine): RValue {
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

function callMember(node: Node, scope: Scope, m: Machine, site: Site): RValue {
  const { callee } = node
  const isSuper = callee.object.type === 'Super'
  const self = isSuper ? thisOf(scope) : m.evaluate(callee.object, scope)
  if ((callee.optional || node.optional) && self == null) return undefined
  const key = memberKey(callee, scope, m)
  const args = argumentsOf(node, scope, m)
  if (typeof key !== 'string') return m.call(anyMember(m.force(self), callee, key, scope), args, self, site)
  const fn = isSuper ? superMember(callee, scope, m, site) : m.get(self, key, site)
  if (kindOf(fn) === 'function' || kindOf(fn) === 'host' || kindOf(fn) === 'class')
    return m.call(fn, args, self, site)
  const known = m.hosts.method?.(self, key, args, site)
  return known !== undefined ? known : m.call(fn, args, self, site)
}

function callSuper(node: Node, scope: Scope, m: Machine, site: Site): RValue {
  const frame = frameOf(scope)
  const parent = m.force(frame?.home?.parent)
  const args = argumentsOf(node, scope, m)
  const self = thisOf(scope)
  if (kindOf(self) === 'object') {
    const made = m.construct(parent, args, { ...site, node: { ...node, constructs: self } as Node })
    if (kindOf(made) === 'object' && made !== self) spreadInto(self as Obj, made, node, scope, m)
    else if (made !== self) (self as Obj).made = made
  }
  return self
}

function importCall(node: Node, scope: Scope, m: Machine): RValue {
  const specifier = m.force(m.evaluate(node.source, scope))
  if (typeof specifier !== 'string')
    return unknownAt(node, scope.module.source, 'the module to import is computed')
  return m.require(specifier, scope.module, true, siteOf(node, scope, m))
}
