/** Evaluates expressions. A value that is not known becomes an Unknown with its text, place and reason. */

import { isChoice, isPrimitive, isUnknown } from '../values'
import { assignment, remove, update } from './assign'
import { whyOf } from './bounds'
import { regexpOf } from './builtins'
import { call, construction, importCall, tagged } from './calling'
import { join, truthy } from './choices'
import { itemsOf } from './items'
import { isTextual, list } from './making'
import { object, spreadList } from './objects'
import { unary } from './operators'
import { member } from './reading'
import type { Completion, Fn, Machine, RValue, Scope } from './runtime'
import { lookup } from './scope'
import { frameOf, metaProperty, thisOf } from './self'
import { type Node, originOf, textOf, unknownAt } from './source'
import { binary, hole, template } from './texts'

type Evaluator = (node: Node, scope: Scope, m: Machine) => RValue

export function evaluate(node: Node, scope: Scope, m: Machine): RValue {
  if (m.budget-- <= 0) return unknownAt(node, scope.module.source, 'reading it takes too long')
  const evaluator = evaluators[node.type]
  return evaluator
    ? evaluator(node, scope, m)
    : unknownAt(node, scope.module.source, 'this kind of expression is not read')
}

/** Evaluates `yield` like `await`, and notes the value for a loop over the generator. */
function yielded({ argument, delegate }: Node, scope: Scope, m: Machine): RValue {
  const value = argument ? m.evaluate(argument, scope) : undefined
  const yields = frameOf(scope)?.yields
  const items = delegate ? itemsOf(value, m) : list([value])
  if (yields) m.writeItems(yields, [...yields.items, ...(items?.items ?? [])])
  if (yields && (!items || items.open))
    yields.open ??= items?.open ?? unknownAt(argument, scope.module.source, 'the list is not known')
  return value
}

const inner: Evaluator = (node, scope, m) => m.evaluate(node.expression, scope)
const literal: Evaluator = (node) => node.value

const evaluators: Record<string, Evaluator> = {
  StringLiteral: literal,
  NumericLiteral: literal,
  BooleanLiteral: literal,
  NullLiteral: () => null,
  DirectiveLiteral: literal,
  RegExpLiteral: (node) => regexpOf(node.pattern, node.flags),
  TSAsExpression: inner,
  TSSatisfiesExpression: inner,
  TSNonNullExpression: inner,
  TSTypeAssertion: inner,
  TSInstantiationExpression: inner,
  TypeCastExpression: inner,
  ParenthesizedExpression: inner,
  ChainExpression: inner,
  AwaitExpression: (node, scope, m) => m.evaluate(node.argument, scope),
  YieldExpression: yielded,
  ThisExpression: (node, scope) =>
    (frameOf(scope) ? thisOf(scope) : scope.module.cjs.entries.get('exports')?.value) ??
    unknownAt(node, scope.module.source, '"this" is not known here'),
  Identifier: identifier,
  TemplateLiteral: template,
  TaggedTemplateExpression: tagged,
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
  NewExpression: construction,
  Unparsed: (node, scope) => unknownAt(node, scope.module.source, 'it does not parse'),
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

function functionValue(node: Node, scope: Scope, m: Machine): Fn {
  const fn: Fn = { kind: 'function', node, scope }
  if (node.type === 'ArrowFunctionExpression') fn.self = thisOf(scope)
  m.functions.set(node, fn)
  return fn
}

function conditional(node: Node, scope: Scope, m: Machine): RValue {
  const test = truthy(m.force(m.evaluate(node.test, scope)))
  if (test !== undefined) return m.evaluate(test ? node.consequent : node.alternate, scope)
  const when = textOf(node.test, scope.module.source)
  const cases = [
    { node: node.consequent, when },
    { node: node.alternate, when: `not ${when}` },
  ]
  return either(cases, node, scope, m)
}

/** Evaluates each expression as a branch of a fork and joins their values. */
function either(cases: { node: Node; when: string }[], node: Node, scope: Scope, m: Machine): RValue {
  const at = originOf(node, scope.module.source)
  const values: { value: RValue; when: string }[] = []
  const branch = ({ node: one, when }: { node: Node; when: string }) => ({
    when,
    run: (): Completion => {
      values.push({ value: m.evaluate(one, scope), when })
      return { type: 'normal' }
    },
  })
  m.fork(cases.map(branch), at)
  return join(values, at)
}

function logical(node: Node, scope: Scope, m: Machine): RValue {
  const left = m.force(m.evaluate(node.left, scope))
  const test = node.operator === '??' ? isThere(left) : truthy(left)
  if (test !== undefined) return test === (node.operator === '&&') ? m.evaluate(node.right, scope) : left
  const when = textOf(node.left, scope.module.source)
  const right = m.force(either([{ node: node.right, when: `not ${when}` }], node, scope, m))
  const at = originOf(node, scope.module.source)
  if (!isUnknown(left) || !isPrimitive(right))
    return join(
      [
        { value: left, when },
        { value: right, when: `not ${when}` },
      ],
      at,
    )
  // `process.env.NODE_ENV || 'development'` is unknown, but it is a string.
  const unread = unknownAt(node, scope.module.source, `${left.why}, or else it is ${JSON.stringify(right)}`)
  return isTextual(left) && typeof right === 'string' ? { ...unread, partial: hole(m) } : unread
}

/** Whether a value is neither null nor undefined; undefined if that is not known. */
function isThere(value: RValue): boolean | undefined {
  if (isPrimitive(value)) return value != null
  return isUnknown(value) || isChoice(value) ? undefined : true
}

function unaryExpression(node: Node, scope: Scope, m: Machine): RValue {
  if (node.operator === 'delete') return remove(node.argument, scope, m)
  const value = m.force(m.evaluate(node.argument, scope))
  const result = unary(node.operator, value)
  return result.known ? result.value : unknownAt(node, scope.module.source, whyOf(value))
}
