/** Collects the names that a file declares, each with its scope and the values it receives. */

import { type Node, type Source, walk } from '../edits/source'

/** The source of a value, as the code writes it. */
export type ValueSource =
  | { how: 'value'; node: Node }
  | { how: 'import'; from: string; name: string; local: string }
  | { how: 'parameter'; of: Node; index: number; type?: Node }
  /** A property of another value: `const { key } = …` */
  | { how: 'part'; of: ValueSource; key: string }

interface Binding {
  scope: Node
  given: ValueSource[]
  /** Values that are assigned after the declaration. */
  later?: Node[]
}

/** The values of a name at this node; undefined if the file does not declare it. */
export type Bindings = (name: string, node: Node) => ValueSource[] | undefined

export function bindingsOf({ program }: Source): Bindings {
  const bindings = new Map<string, Binding[]>()
  const assigned = new Map<string, Node[]>()
  walk(program, (node, parents) => {
    for (const { pattern, given, scope } of declaredBy(node, parents, program))
      for (const [name, part] of namesIn(pattern, given)) append(bindings, name, { scope, given: [part] })
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier')
      append(assigned, node.left.name, node)
  })
  const innermost = (name: string, node: Node) => narrowest(bindings.get(name) ?? [], node)
  return (name, node) => {
    const binding = innermost(name, node)
    if (!binding) return undefined
    // Computed on demand: a minified bundle assigns the same few letters everywhere.
    binding.later ??= (assigned.get(name) ?? []).filter((one) => innermost(name, one) === binding)
    return [
      ...binding.given,
      ...binding.later.map(({ right }): ValueSource => ({ how: 'value', node: right })),
    ]
  }
}

function append<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name)
  if (list) list.push(one)
  else lists.set(name, [one])
}

const narrowest = (bindings: Binding[], { start, end }: Node): Binding | undefined =>
  bindings
    .filter(({ scope }) => scope.start <= start && end <= scope.end)
    .sort((a, b) => b.scope.start - a.scope.start || a.scope.end - b.scope.end)[0]

interface Declared {
  pattern: Node
  given: ValueSource
  scope: Node
}

function declaredBy(node: Node, parents: Node[], program: Node): Declared[] {
  const here = (
    pattern: Node,
    given: ValueSource,
    scope = scopeOf(parents, BLOCK) ?? program,
  ): Declared[] => [{ pattern, given, scope }]
  if (node.type === 'VariableDeclarator') {
    const value = node.init ?? loopOver(parents)
    const scope = parents.at(-1)?.kind === 'var' ? scopeOf(parents, FUNCTION) : undefined
    return value ? here(node.id, { how: 'value', node: value }, scope) : here(node.id, nothing(node), scope)
  }
  if (node.type === 'ImportDeclaration') return imported(node, program)
  if (FUNCTION.test(node.type)) return [...parameters(node), ...ownName(node, here)]
  return /^Class/.test(node.type) ? ownName(node, here) : []
}

const BLOCK =
  /^(Program|BlockStatement|StaticBlock|SwitchStatement|For\w*Statement)$|Function|(Class|Object)(Private)?Method$/
const FUNCTION = /Function(Declaration|Expression)$|^(Class|Object)(Private)?Method$/

const scopeOf = (parents: Node[], type: RegExp): Node | undefined =>
  parents.findLast((parent) => type.test(parent.type))

/** `let row` without a value: only later assignments tell its value. */
const nothing = (node: Node): ValueSource => ({ how: 'value', node: { ...node, type: 'Nothing' } })

/** `for (const row of rows)` */
const loopOver = (parents: Node[]): Node | undefined => {
  const loop = parents.at(-2)
  return loop?.type === 'ForOfStatement' ? loop.right : undefined
}

const ownName = (node: Node, here: (pattern: Node, given: ValueSource) => Declared[]): Declared[] =>
  node.id && /Declaration$/.test(node.type) ? here(node.id, { how: 'value', node }) : []

function imported(node: Node, scope: Node): Declared[] {
  const kinds: Record<string, string> = { ImportDefaultSpecifier: 'default', ImportNamespaceSpecifier: '*' }
  return node.specifiers.map((one: Node) => {
    const name = kinds[one.type] ?? one.imported.name ?? one.imported.value
    const given: ValueSource = { how: 'import', from: node.source.value, name, local: one.local.name }
    return { pattern: one.local, given, scope }
  })
}

const parameters = (node: Node): Declared[] =>
  node.params.map((one: Node, index: number) => {
    const pattern = one.type === 'TSParameterProperty' ? one.parameter : one
    const type = (pattern.left ?? pattern).typeAnnotation
    return { pattern, given: { how: 'parameter', of: node, index, ...(type && { type }) }, scope: node }
  })

/** Every name in a pattern; an element of an array pattern counts as the whole list. */
function namesIn(pattern: Node | null, given: ValueSource): [string, ValueSource][] {
  switch (pattern?.type) {
    case 'Identifier':
      return [[pattern.name, given]]
    case 'AssignmentPattern':
      return namesIn(pattern.left, given)
    case 'RestElement':
      return namesIn(pattern.argument, given)
    case 'ArrayPattern':
      return pattern.elements.flatMap((one: Node | null) => namesIn(one, given))
    case 'ObjectPattern':
      return pattern.properties.flatMap((one: Node) => {
        if (one.type === 'RestElement') return namesIn(one, given)
        const key = one.key.name ?? one.key.value
        return namesIn(one.value, { how: 'part', of: given, key: String(key) })
      })
    default:
      return []
  }
}
