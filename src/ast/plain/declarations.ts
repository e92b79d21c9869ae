/** Parses declarations of variables, functions and classes. */

import type { Node } from '../source'
import { classNode } from './classes'
import { functionNode, takeAsyncOfFunction } from './functions'
import { target } from './patterns'
import { eat, endOfStatement, is, isWord, next } from './scanner'
import { Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Parses a declaration; undefined if the current token begins none. */
export function declaration(t: Tokens): Node | undefined {
  if (t.kind === Kind.Word && /^(const|let|var)$/.test(t.value)) return variables(t)
  const made = functionOrClass(t)
  if (made && !made.id) throw NOT_PLAIN
  return made
}

/** Parses a function or class declaration; as a default export it may have no name. */
export function functionOrClass(t: Tokens): NodeOf<'FunctionDeclaration' | 'ClassDeclaration'> | undefined {
  const { start } = t
  if (isWord(t, 'class')) return classNode(t, 'ClassDeclaration')
  const isAsync = takeAsyncOfFunction(t)
  return isWord(t, 'function') ? functionNode(t, 'FunctionDeclaration', start, isAsync) : undefined
}

function variables(t: Tokens): NodeOf<'VariableDeclaration'> {
  const { start, value: kind } = t
  const declarations: NodeOf<'VariableDeclarator'>[] = []
  do {
    next(t)
    declarations.push(declarator(t))
  } while (is(t, ','))
  return { type: 'VariableDeclaration', start, end: endOfStatement(t), declarations, kind }
}

function declarator(t: Tokens): NodeOf<'VariableDeclarator'> {
  const { start } = t
  const id = target(t)
  const init = eat(t, '=') ? t.grammar.assignment(t) : null
  return { type: 'VariableDeclarator', start, end: t.before, id, init }
}

/** The names that a statement declares in its block, without `var`s and without names in patterns. */
export function namesOf({ type, id, declarations, specifiers, declaration, kind }: Node): string[] {
  switch (type) {
    case 'VariableDeclaration':
      return kind === 'var' ? [] : declarations.flatMap(namesOf)
    case 'VariableDeclarator':
      return id.type === 'Identifier' ? [id.name] : []
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return id ? [id.name] : []
    case 'ImportDeclaration':
      return specifiers.map(({ local }: Node) => local.name)
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return declaration ? namesOf(declaration) : []
    default:
      return []
  }
}
