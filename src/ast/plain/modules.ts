/** Parses imports and exports. */

import type { Node } from '../source'
import { declaration, functionOrClass } from './declarations'
import { anyName, name, textLiteral } from './names'
import { eat, eatWord, endOfStatement, expect, expectWord, following, listed, next } from './scanner'
import { Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

export function importDeclaration(t: Tokens): NodeOf<'ImportDeclaration'> {
  const { start } = t
  if (/^[(.]/.test(following(t))) throw NOT_PLAIN
  next(t)
  const specifiers = t.kind === Kind.Text ? [] : importedNames(t)
  const source = textLiteral(t)
  const end = endOfStatement(t)
  return { type: 'ImportDeclaration', start, end, specifiers, importKind: 'value', source }
}

/** Parses the imported names and `from`. */
function importedNames(t: Tokens): Node[] {
  const first = t.kind === Kind.Word ? [importedDefault(t)] : []
  const others = first.length > 0 && !eat(t, ',') ? [] : importedBesides(t)
  expectWord(t, 'from')
  return [...first, ...others]
}

function importedDefault(t: Tokens): NodeOf<'ImportDefaultSpecifier'> {
  const local = name(t)
  return { type: 'ImportDefaultSpecifier', start: local.start, end: local.end, local }
}

function importedBesides(t: Tokens): Node[] {
  const { start } = t
  if (eat(t, '*')) {
    expectWord(t, 'as')
    const local = name(t)
    return [{ type: 'ImportNamespaceSpecifier', start, end: t.before, local }]
  }
  expect(t, '{')
  return listed(t, '}', importSpecifier)
}

function importSpecifier(t: Tokens): NodeOf<'ImportSpecifier'> {
  const { start } = t
  const imported = anyName(t)
  const local = eatWord(t, 'as') ? anyName(t) : { ...imported }
  if (/^(default|as)$/.test(local.name)) throw NOT_PLAIN
  return { type: 'ImportSpecifier', start, end: t.before, imported, local, importKind: 'value' }
}

function exportSpecifier(t: Tokens): NodeOf<'ExportSpecifier'> {
  const { start } = t
  const local = anyName(t)
  const exported = eatWord(t, 'as') ? anyName(t) : { ...local }
  return { type: 'ExportSpecifier', start, end: t.before, local, exported, exportKind: 'value' }
}

export function exportDeclaration(t: Tokens): NodeOf<'ExportDefaultDeclaration' | 'ExportNamedDeclaration'> {
  const { start } = t
  next(t)
  if (eatWord(t, 'default')) return exportDefault(t, start)
  const shared = { type: 'ExportNamedDeclaration', start, exportKind: 'value' } as const
  if (eat(t, '{')) {
    const specifiers = listed(t, '}', exportSpecifier)
    const source = eatWord(t, 'from') ? textLiteral(t) : null
    return { ...shared, end: endOfStatement(t), specifiers, source, declaration: null }
  }
  const declared = declaration(t)
  if (!declared) throw NOT_PLAIN
  return { ...shared, end: t.before, specifiers: [], source: null, declaration: declared }
}

function exportDefault(t: Tokens, start: number): NodeOf<'ExportDefaultDeclaration'> {
  const declared = functionOrClass(t)
  const value = declared ?? t.grammar.assignment(t)
  const end = declared ? declared.end : endOfStatement(t)
  return { type: 'ExportDefaultDeclaration', start, end, declaration: value }
}
