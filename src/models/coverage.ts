/** Functions that nothing called: entered once, with arguments that are not known, so that no definition in them is missed. */

import { type Cls, type Fn, type Machine, type Node, type RValue, refill, type Source, siteOf, unknownAt, walk } from '../ast'

const isFunction = (node: Node) => /Function|Method/.test(node.type) && 'params' in node

const wanted = new Set(['define', 'init', 'import', 'addModels', 'forRoot', 'forRootAsync'])

/** Calls that may define a model or a connection. */
function isWanted(node: Node): boolean {
  if (node.type === 'NewExpression') return /Sequelize$/.test(node.callee.name ?? node.callee.property?.name ?? '')
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && wanted.has(node.callee.property.name ?? node.callee.property.value)
}

/** Calls of this file that no run has reached, each with the functions around it, outermost first. */
function unreached(source: Source, m: Machine): { node: Node; around: Node[] }[] {
  const missed: { node: Node; around: Node[] }[] = []
  walk(source.program, (node, parents) => {
    if (isWanted(node) && !m.visited.has(node)) missed.push({ node, around: parents.filter(isFunction) })
  })
  return missed
}

function enter(fn: Fn, m: Machine): void {
  const { source } = fn.scope.module
  const name = fn.node.id?.name ?? fn.node.key?.name ?? 'the function'
  const args = (fn.node.params as Node[]).map((one) => unknownAt(one, source, `it is a parameter of ${name}, whose callers are not read`))
  refill(m)
  m.call(fn, args, selfOf(fn), siteOf(fn.node, fn.scope, m))
}

/** `this` of a method: the class for a static one, else an instance of which nothing more is known. */
function selfOf({ home, isStatic, node, scope }: Fn): RValue {
  if (!home) return undefined
  if (isStatic) return home
  return { kind: 'object', entries: new Map(), at: (home as Cls).at, class: home, open: unknownAt(node, scope.module.source, 'it is set at run time') }
}

/** Enters what was not reached in a file that has run. */
export function cover(source: Source, m: Machine): void {
  for (const { node, around } of unreached(source, m)) {
    for (const one of around) {
      if (m.visited.has(node)) break
      const fn = m.functions.get(one)
      if (fn) enter(fn, m)
    }
  }
}
