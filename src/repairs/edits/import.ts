/** Finds imported names, adds one, and drops those that are no longer used. */

import { append, type List } from './list'
import { remove } from './removal'
import { everyNode, type Node, type Replace, type Source } from './source'

export interface Imported {
  /** The name as this file writes it: 'Column', 'Sequelize.Column'. */
  name: string
  /** The edits that add the import. */
  edits: Replace[]
}

const importsOf = (source: Source): Node[] =>
  source.program.body.filter((one: Node) => one.type === 'ImportDeclaration' && one.importKind !== 'type')

const importedName = (specifier: Node): string | undefined =>
  specifier.imported?.name ?? specifier.imported?.value

const isValue = (specifier: Node): boolean =>
  specifier.type === 'ImportSpecifier' && (specifier.importKind ?? 'value') === 'value'

/** The module that a local name is imported or required from; undefined if the file does not import it. */
export function moduleOf(source: Source, local: string): string | undefined {
  for (const declaration of importsOf(source)) {
    if (declaration.specifiers.some((one: Node) => one.local.name === local)) return declaration.source.value
  }
  return requiresOf(source).find(({ pattern }) => bindingNames(pattern).includes(local))?.module
}

/** Adds a name to the file's imports from a module; undefined if the file imports nothing from that module. */
export function importName(source: Source, module: string, name: string): Imported | undefined {
  const declarations = importsOf(source).filter((one) => one.source.value === module)
  const specifiers = declarations.flatMap((one) => one.specifiers)
  const known = specifiers.find((one) => isValue(one) && importedName(one) === name)
  if (known) return { name: known.local.name, edits: [] }
  const whole = specifiers.find((one) => one.type === 'ImportNamespaceSpecifier')
  if (whole) return { name: `${whole.local.name}.${name}`, edits: [] }
  const named = declarations.find((one) =>
    one.specifiers.some((each: Node) => each.type === 'ImportSpecifier'),
  )
  if (named) return { name, edits: append(specifierList(source, named), name) }
  return requireName(source, module, name)
}

function requireName(source: Source, module: string, name: string): Imported | undefined {
  for (const { pattern, module: from } of requiresOf(source)) {
    if (from !== module) continue
    if (pattern.type === 'Identifier') return { name: `${pattern.name}.${name}`, edits: [] }
    if (pattern.type !== 'ObjectPattern') continue
    const known = pattern.properties.find(
      (one: Node) => one.key?.name === name && one.value?.type === 'Identifier',
    )
    if (known) return { name: known.value.name, edits: [] }
    if (pattern.properties.at(-1)?.type === 'RestElement') continue
    const list = {
      source,
      items: pattern.properties,
      open: pattern.start + 1,
      close: closingBrace(source, pattern),
    }
    return { name, edits: append(list, name) }
  }
  return undefined
}

function requiresOf(source: Source): { pattern: Node; module: string }[] {
  const declarators = source.program.body
    .filter((one: Node) => one.type === 'VariableDeclaration')
    .flatMap((one: Node) => one.declarations)
  return declarators.flatMap(({ id, init }: Node) =>
    init?.type === 'CallExpression' &&
    init.callee.name === 'require' &&
    init.arguments[0]?.type === 'StringLiteral'
      ? [{ pattern: id, module: init.arguments[0].value }]
      : [],
  )
}

const bindingNames = (pattern: Node): string[] =>
  pattern.type === 'Identifier'
    ? [pattern.name]
    : (pattern.properties ?? []).flatMap((one: Node) =>
        one.value?.type === 'Identifier' ? [one.value.name] : [],
      )

/** The brace before a type annotation, if there is one. */
const closingBrace = (source: Source, pattern: Node): number =>
  source.text.lastIndexOf('}', (pattern.typeAnnotation?.start ?? pattern.end) - 1)

function specifierList(source: Source, declaration: Node): List {
  const items = declaration.specifiers.filter((one: Node) => one.type === 'ImportSpecifier')
  const open = source.text.lastIndexOf('{', items[0].start) + 1
  return { source, items, open, close: source.text.indexOf('}', items.at(-1).end) }
}

/** Drops imported names that are used only in the parts that are removed. */
export function dropUnused(source: Source, locals: string[], gone: Replace[]): Replace[] {
  const unused = new Set(locals.filter((name) => !isUsed(source, name, gone)))
  return importsOf(source).flatMap((declaration) => {
    const doomed = declaration.specifiers.filter((one: Node) => unused.has(one.local.name))
    if (doomed.length === 0) return []
    if (doomed.length < declaration.specifiers.length) {
      const named = doomed.filter((one: Node) => one.type === 'ImportSpecifier')
      const list = specifierList(source, declaration)
      return named.length < list.items.length ? remove(list, named) : []
    }
    const statements = {
      source,
      items: source.program.body,
      open: source.program.start,
      close: source.text.length,
    }
    return remove(statements, [declaration])
  })
}

function isUsed(source: Source, name: string, gone: Replace[]): boolean {
  let used = false
  everyNode(source.program, (node) => {
    if (used || node.type === 'ImportDeclaration') return false
    if (gone.some(({ span }) => span[0] <= node.start && node.end <= span[1])) return false
    used = /^(JSX)?Identifier$/.test(node.type) && node.name === name
  })
  return used
}
