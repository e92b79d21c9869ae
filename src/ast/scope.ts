/** Declares and looks up names: scopes, hoisting, reassignment. */

import { newMap } from './ages'
import { startOf } from './faults'
import { slotAt } from './making'
import type { Fn, Machine, Module, RValue, Scope, Site } from './runtime'
import { type Node, originOf } from './source'

export const innerScope = (parent: Scope, m: Machine): Scope => ({
  names: newMap(m),
  parent,
  module: parent.module,
})

/** The scope of a `var`: the enclosing function or module. */
export function functionScope(scope: Scope): Scope {
  while (!scope.frame && scope.parent) scope = scope.parent
  return scope
}

/** The value of a name; undefined if it is neither declared nor a known global, or if its value is undefined. */
export function lookup(name: string, scope: Scope, m: Machine): RValue {
  for (let one: Scope | undefined = scope; one; one = one.parent) {
    const slot = one.names.get(name)
    if (!slot) continue
    if (!('thunk' in slot)) return slot.value
    return slot.thunk()
  }
  return m.global(name, scope.module)
}

export function declare(name: string, value: RValue, node: Node, scope: Scope, m: Machine): void {
  const at = originOf(node, scope.module.source)
  m.write(scope.names, name, slotAt(value, at))
}

/** Assigns to a name in the scope that declares it; an undeclared name goes to the module scope. */
export function reassign(name: string, value: RValue, node: Node, scope: Scope, m: Machine): void {
  let home: Scope = scope
  for (let one: Scope | undefined = scope; one; one = one.parent) {
    home = one
    if (one.names.has(name)) break
  }
  declare(name, value, node, home, m)
}

/** Hoists declarations to the start of their block: functions with their value, variables and classes as undefined. */
export function hoist(statements: Node[], scope: Scope, m: Machine): void {
  for (const statement of statements) {
    const node = statement.declaration && /^Export/.test(statement.type) ? statement.declaration : statement
    if (node.type === 'FunctionDeclaration' && node.id) {
      const fn: Fn = { kind: 'function', node, scope }
      m.functions.set(node, fn)
      const at = originOf(node, scope.module.source)
      scope.names.set(node.id.name, slotAt(fn, at))
    }
    if (node.type === 'VariableDeclaration' || node.type === 'ClassDeclaration') {
      const home = node.kind === 'var' ? functionScope(scope) : scope
      for (const name of declaredNames(node))
        if (!home.names.has(name)) declare(name, undefined, node, home, m)
    }
  }
}

export function declaredNames(node: Node): string[] {
  if (
    node.type === 'ClassDeclaration' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'TSEnumDeclaration' ||
    node.type === 'TSModuleDeclaration'
  )
    return node.id?.name ? [node.id.name] : []
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap((one: Node) => patternNames(one.id))
  return []
}

function patternNames(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((one: Node) =>
        patternNames(one.type === 'RestElement' ? one.argument : one.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((one: Node | null) => patternNames(one))
    case 'AssignmentPattern':
      return patternNames(pattern.left)
    case 'RestElement':
      return patternNames(pattern.argument)
    default:
      return []
  }
}

/** The site of a call that no code makes: the start of the file. */
export const startSite = ({ file, source }: Module): Site => ({
  node: source.program,
  source,
  at: startOf(file),
  stack: [],
})

export const siteOf = (node: Node, scope: Scope, m: Machine): Site => ({
  node,
  source: scope.module.source,
  at: originOf(node, scope.module.source),
  stack: m.stack,
})
