/** Fills templates: replaces literals in the syntax tree and prints it, so that no inserted text becomes code. */

import * as babel from '@babel/parser'
import type { NodePath } from 'ast-types/lib/node-path'
import { parse, print, types, visit } from 'recast'
import { parseSource } from './source'

/** The replacement of a string literal. */
export type Filling =
  | { text: string }
  /** Removes the innermost statement around the literal, with its comments, and an `if` that holds nothing else. */
  | { leaveOut: 'statement' }
  /**
   * Removes the property whose value the literal is. If only the property `unwrap` remains, its value replaces the
   * object. A literal that is no property value becomes `undefined`.
   */
  | { leaveOut: 'property'; unwrap?: string }

/**
 * Prints the program with its string literals replaced; the rest keeps its formatting and comments.
 *
 * @param fill called for every string literal; undefined keeps the literal
 * @throws SyntaxFault
 */
export function fillLiterals(
  text: string,
  file: string,
  fill: (literal: string) => Filling | undefined,
): string {
  parseSource(text, file)
  const tree = parse(text, { parser: { parse: (code: string) => parseWithTokens(code, file) } })
  const found: { path: NodePath; filling: Filling }[] = []
  visit(tree, {
    visitStringLiteral(path) {
      const filling = fill(path.node.value)
      if (filling) found.push({ path, filling })
      return false
    },
  })
  for (const { path, filling } of found) if ('text' in filling) path.replace(string(filling.text))
  for (const { path, filling } of found) if ('leaveOut' in filling) leaveOut(path, filling)
  return print(tree, { ...STYLE, lineTerminator: text.includes('\r\n') ? '\r\n' : '\n' }).code
}

const STYLE = { quote: 'single', tabWidth: 2, trailingComma: true } as const

/** A string literal as `fillLiterals` prints it. */
export function literalText(value: string): string {
  return print(string(value), STYLE).code
}

/** Parses with tokens, which recast needs. */
function parseWithTokens(code: string, file: string) {
  const language = /\.[mc]?tsx?$/i.test(file) ? 'typescript' : 'jsx'
  return babel.parse(code, {
    sourceType: 'unambiguous',
    tokens: true,
    plugins: ['decorators-legacy', language],
  })
}

const string = (value: string) => types.builders.stringLiteral(value)

function leaveOut(path: NodePath, filling: Exclude<Filling, { text: string }>): void {
  if (filling.leaveOut === 'statement') statementOf(path).prune()
  else if (path.parent.node.type === 'ObjectProperty' && path.name === 'value')
    leaveOutProperty(path, filling.unwrap)
  else path.replace(types.builders.identifier('undefined'))
}

function leaveOutProperty(path: NodePath, unwrap: string | undefined): void {
  const object: NodePath = path.parent.parent
  path.parent.prune()
  const [only, ...others] = object.node.properties
  if (only && others.length === 0 && unwrap !== undefined && only.key?.name === unwrap)
    object.replace(only.value)
}

function statementOf(path: NodePath): NodePath {
  let statement = path
  while (!types.namedTypes.Statement.check(statement.node)) statement = statement.parent
  while (isAllOf(statement)) statement = statement.parent
  return statement
}

/** Whether the parent `if`, or the block of an `if`, holds nothing but this statement. */
function isAllOf({ node, parent }: NodePath): boolean {
  if (parent.node.type === 'IfStatement') return parent.node.consequent === node && !parent.node.alternate
  return (
    parent.node.type === 'BlockStatement' &&
    parent.node.body.length === 1 &&
    parent.parent.node.type === 'IfStatement'
  )
}
