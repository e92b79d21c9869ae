/** Parses plain expressions into the same nodes as Babel. */

import type { Node } from '../source'
import { classNode } from './classes'
import { arrow, functionNode, takeAsyncOfFunction } from './functions'
import { elements, object, template } from './literals'
import { memberBehindDot, name, numberLiteral, textLiteral } from './names'
import { takePattern } from './pairs'
import { eat, expect, is, isOnNewLine, isWord, next } from './scanner'
import { Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** The precedence of each binary operator. */
const STRENGTH: Record<string, number> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 6,
  '!=': 6,
  '===': 6,
  '!==': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  instanceof: 7,
  in: 7,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
}

const ASSIGNS = new Set(['=', '+=', '-=', '*=', '/=', '%='])

/** Whether the node can be assigned to; destructuring patterns are not plain here. */
const isPlace = ({ type }: Node): boolean => type === 'Identifier' || type === 'MemberExpression'

export function expression(t: Tokens): Node {
  const { start } = t
  const first = assignment(t)
  if (!is(t, ',')) return first
  const expressions = [first]
  while (eat(t, ',')) expressions.push(assignment(t))
  return { type: 'SequenceExpression', start, end: t.before, expressions }
}

export function assignment(t: Tokens): Node {
  const { start } = t
  const left = arrow(t) ?? conditional(t)
  if (t.kind !== Kind.Mark || !ASSIGNS.has(t.value)) return left
  if (!isPlace(left)) throw NOT_PLAIN
  const operator = t.value
  next(t)
  const right = assignment(t)
  return { type: 'AssignmentExpression', start, end: t.before, operator, left, right }
}

function conditional(t: Tokens): Node {
  const { start } = t
  const test = binary(t, 0)
  if (!eat(t, '?')) return test
  const consequent = assignment(t)
  expect(t, ':')
  const alternate = assignment(t)
  return { type: 'ConditionalExpression', start, end: t.before, test, consequent, alternate }
}

function binary(t: Tokens, least: number): Node {
  const { start } = t
  let left = unary(t)
  for (;;) {
    const operator = t.value
    const strength = t.kind === Kind.Mark || t.kind === Kind.Word ? STRENGTH[operator] : undefined
    if (strength === undefined || strength <= least) return left
    const isLogical = strength <= 3
    next(t)
    const right = binary(t, strength)
    const type = isLogical ? 'LogicalExpression' : 'BinaryExpression'
    left = { type, start, end: t.before, left, operator, right }
    // Mixing `??` with `||` or `&&` without parentheses is a syntax error.
    if (operator === '??' && (is(t, '||') || is(t, '&&'))) throw NOT_PLAIN
    if (isLogical && operator !== '??' && is(t, '??')) throw NOT_PLAIN
  }
}

function unary(t: Tokens): Node {
  const { start, kind, value: operator } = t
  if (kind === Kind.Mark ? /^[!\-+~]$/.test(operator) : isUnaryWord(t)) {
    next(t)
    const argument = unary(t)
    return { type: 'UnaryExpression', start, end: t.before, operator, prefix: true, argument }
  }
  if (isWord(t, 'await')) {
    if (!t.waits) throw NOT_PLAIN
    next(t)
    const argument = unary(t)
    return { type: 'AwaitExpression', start, end: t.before, argument }
  }
  return updated(t, operand(t), start)
}

const isUnaryWord = ({ kind, value }: Tokens): boolean =>
  kind === Kind.Word && /^(typeof|void|delete)$/.test(value)

/** Parses `++` and `--` after an operand. */
function updated(t: Tokens, argument: Node, start: number): Node {
  if (!(is(t, '++') || is(t, '--')) || isOnNewLine(t)) return argument
  if (!isPlace(argument)) throw NOT_PLAIN
  const operator = t.value
  next(t)
  return { type: 'UpdateExpression', start, end: t.before, operator, prefix: false, argument }
}

export function operand(t: Tokens): Node {
  const { start } = t
  return subscripts(t, atom(t), start)
}

/** Parses members and calls after an expression. */
function subscripts(t: Tokens, base: Node, start: number, noCalls = false): Node {
  let object = base
  for (;;) {
    const member = memberBehindDot(t, object, start)
    if (member) object = member
    else if (eat(t, '[')) {
      const property = expression(t)
      expect(t, ']')
      object = { type: 'MemberExpression', start, end: t.before, object, computed: true, property }
    } else if (!noCalls && is(t, '(')) {
      const callee = object
      const args = behindCallee(t)
      object = { type: 'CallExpression', start, end: t.before, callee, arguments: args }
    } else {
      // Tagged templates and `?.` are not plain.
      if (is(t, '`') || (is(t, '?') && t.text[t.end] === '.')) throw NOT_PLAIN
      return object
    }
  }
}

/** Parses arguments with their parentheses. */
function behindCallee(t: Tokens): Node[] {
  expect(t, '(')
  return elements(t, ')')
}

function atom(t: Tokens): Node {
  switch (t.kind) {
    case Kind.Word:
      return word(t)
    case Kind.Text:
      return textLiteral(t)
    case Kind.Number:
      return numberLiteral(t)
    case Kind.Mark:
      return marked(t)
    default:
      throw NOT_PLAIN
  }
}

function marked(t: Tokens): Node {
  switch (t.value) {
    case '{':
      return object(t)
    case '[':
      return array(t)
    case '`':
      return template(t)
    case '(':
      return inParentheses(t)
    case '/':
    case '/=':
      return pattern(t)
    default:
      throw NOT_PLAIN
  }
}

function array(t: Tokens): NodeOf<'ArrayExpression'> {
  const { start } = t
  next(t)
  return { type: 'ArrayExpression', start, elements: elements(t, ']'), end: t.before }
}

function inParentheses(t: Tokens): Node {
  next(t)
  const inner = expression(t)
  expect(t, ')')
  // Babel decides about an arrow function or an assignment after parentheses.
  if (is(t, '=>') || (is(t, '=') && inner.type !== 'MemberExpression')) throw NOT_PLAIN
  return inner
}

function pattern(t: Tokens): NodeOf<'RegExpLiteral'> {
  const { start } = t
  takePattern(t)
  const close = t.value.lastIndexOf('/')
  const [pattern, flags] = [t.value.slice(1, close), t.value.slice(close + 1)]
  next(t)
  return { type: 'RegExpLiteral', start, end: t.before, pattern, flags }
}

function word(t: Tokens): Node {
  const { start, value } = t
  switch (value) {
    case 'true':
    case 'false':
      next(t)
      return { type: 'BooleanLiteral', start, end: t.before, value: value === 'true' }
    case 'null':
      next(t)
      return { type: 'NullLiteral', start, end: t.before }
    case 'this':
      next(t)
      return { type: 'ThisExpression', start, end: t.before }
    case 'super':
      next(t)
      if (!is(t, '.') && !is(t, '(')) throw NOT_PLAIN
      return { type: 'Super', start, end: t.before }
    case 'new':
      return construction(t)
    case 'function':
      return functionNode(t, 'FunctionExpression', start, false)
    case 'class':
      return classNode(t, 'ClassExpression')
  }
  return takeAsyncOfFunction(t) ? functionNode(t, 'FunctionExpression', start, true) : name(t)
}

function construction(t: Tokens): NodeOf<'NewExpression'> {
  const { start } = t
  next(t)
  if (is(t, '.')) throw NOT_PLAIN
  const from = t.start
  const callee = subscripts(t, atom(t), from, true)
  const args = is(t, '(') ? behindCallee(t) : []
  return { type: 'NewExpression', start, end: t.before, callee, arguments: args }
}
