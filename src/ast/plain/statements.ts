/** Parses plain statements: whole files and function blocks. */

import type { Node } from '../source'
import { declaration, namesOf } from './declarations'
import { exportDeclaration, importDeclaration } from './modules'
import { eat, eatWord, endOfStatement, expect, is, isOnNewLine, moveTo, next } from './scanner'
import { type Block, Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

export function program(t: Tokens): NodeOf<'Program'> {
  moveTo(t, t.text.startsWith('#!') ? t.text.indexOf('\n') : 0)
  const { directives, body } = wholeBlock(t, Kind.End)
  const isModule = body.some(({ type }) => /^(Import|Export)/.test(type))
  const sourceType = isModule ? 'module' : 'script'
  return { type: 'Program', start: 0, end: t.text.length, sourceType, body, directives }
}

/** Parses up to the end of the file, or up to the closing brace of a function block. */
export function wholeBlock(t: Tokens, until: Kind.End | Kind.Mark): Block {
  const all = statements(t, until)
  const first = all.findIndex((one) => !isDirective(one))
  const count = first < 0 ? all.length : first
  return { directives: all.slice(0, count).map((one) => directive(t, one)), body: all.slice(count) }
}

/** Whether the statement is a directive: a string without parentheses. */
const isDirective = ({ expression, start }: Node): boolean =>
  expression?.type === 'StringLiteral' && expression.start === start

function directive({ text }: Tokens, { start, end, expression }: Node): NodeOf<'Directive'> {
  const value = { ...expression, type: 'DirectiveLiteral', value: text.slice(start + 1, expression.end - 1) }
  return { type: 'Directive', start, end, value }
}

function statements(t: Tokens, until: Kind.End | Kind.Mark): Node[] {
  const body: Node[] = []
  const declared = new Set<string>()
  while (until === Kind.End ? t.kind !== Kind.End : !is(t, '}')) {
    const made = statement(t)
    for (const name of namesOf(made)) {
      // A name that is declared twice is a syntax error, which Babel reports.
      if (declared.has(name)) throw NOT_PLAIN
      declared.add(name)
    }
    body.push(made)
  }
  return body
}

function statement(t: Tokens): Node {
  const { start } = t
  if (is(t, '{')) return block(t)
  if (eat(t, ';')) return { type: 'EmptyStatement', start, end: t.before }
  if (t.kind !== Kind.Word) return expressionStatement(t)
  switch (t.value) {
    case 'import':
      return importDeclaration(t)
    case 'export':
      return exportDeclaration(t)
    case 'return':
      return leaving(t, 'ReturnStatement')
    case 'throw':
      return leaving(t, 'ThrowStatement')
    case 'if':
      return conditional(t)
    default:
      return declaration(t) ?? expressionStatement(t)
  }
}

function expressionStatement(t: Tokens): NodeOf<'ExpressionStatement'> {
  const { start } = t
  const expression = t.grammar.expression(t)
  return { type: 'ExpressionStatement', start, end: endOfStatement(t), expression }
}

function block(t: Tokens): NodeOf<'BlockStatement'> {
  const { start } = t
  next(t)
  const body = statements(t, Kind.Mark)
  expect(t, '}')
  return { type: 'BlockStatement', start, end: t.before, directives: [], body }
}

function leaving<Type extends string>(t: Tokens, type: Type): NodeOf<Type> {
  const { start } = t
  next(t)
  const isBare = t.kind === Kind.End || is(t, ';') || is(t, '}') || isOnNewLine(t)
  if (isBare && type === 'ThrowStatement') throw NOT_PLAIN
  const argument = isBare ? null : t.grammar.expression(t)
  return { type, start, end: endOfStatement(t), argument }
}

function conditional(t: Tokens): NodeOf<'IfStatement'> {
  const { start } = t
  next(t)
  expect(t, '(')
  const test = t.grammar.expression(t)
  expect(t, ')')
  const consequent = branch(t)
  const alternate = eatWord(t, 'else') ? branch(t) : null
  return { type: 'IfStatement', start, end: t.before, test, consequent, alternate }
}

/** Parses a branch of an `if`, where a declaration is not allowed. */
function branch(t: Tokens): Node {
  const made = statement(t)
  if (/Declaration$/.test(made.type) && made.kind !== 'var') throw NOT_PLAIN
  return made
}
