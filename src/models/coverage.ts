/** Functions that nothing called: entered with arguments that are not known, so that no definition in them is missed. */

import {
  type Cls,
  type Fn,
  type Machine,
  type Module,
  type Node,
  type RValue,
  refill,
  type Source,
  siteOf,
  unknownAt,
  walk,
} from '../ast'

const isFunction = (node: Node) => /Function|Method/.test(node.type) && 'params' in node

const nameOf = (node: Node): string => node.name ?? node.property?.name ?? node.property?.value ?? ''

const makesModel = new Set(['define', 'init', 'import', 'addModels', 'forRoot', 'forRootAsync'])

/** Calls that may define a model or a connection. */
export function definesSomething(node: Node): boolean {
  if (node.type === 'NewExpression') return /Sequelize$/.test(nameOf(node.callee))
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    makesModel.has(nameOf(node.callee))
  )
}

/** Calls of functions with these names. */
export const callsOne =
  (names: Set<string>) =>
  (node: Node): boolean =>
    (node.type === 'CallExpression' || node.type === 'NewExpression') && names.has(nameOf(node.callee))

interface Call {
  node: Node
  /** The functions around it, outermost first. */
  around: Node[]
}

const callsOf = new WeakMap<Source, Call[]>()

/** Every call of a file; the tree is walked once, however often it is asked for. */
function callsIn(source: Source): Call[] {
  const known = callsOf.get(source)
  if (known) return known
  const calls: Call[] = []
  walk(source.program, (node, parents) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression')
      calls.push({ node, around: parents.filter(isFunction) })
  })
  callsOf.set(source, calls)
  return calls
}

/** Calls of this file that no run has reached. */
const unreached = ({ source }: Module, wanted: (node: Node) => boolean, m: Machine): Call[] =>
  callsIn(source).filter(({ node }) => wanted(node) && !m.visited.has(node))

/** The classes that extend a class. */
export type Children = Map<Cls, Cls[]>

function enter(fn: Fn, children: Children, m: Machine): void {
  const { source } = fn.scope.module
  const name = calledName(fn) ?? 'the function'
  const args = (fn.node.params as Node[]).map((one) =>
    unknownAt(one, source, `it is a parameter of ${name}, whose callers are not read`),
  )
  for (const self of selvesOf(fn, children)) {
    refill(m)
    m.call(fn, args, self, siteOf(fn.node, fn.scope, m))
  }
}

/** What a caller writes to call it. */
function calledName({ node, home }: Fn): string | undefined {
  const name = node.id?.name ?? node.key?.name
  return name === 'constructor' ? home?.name : name
}

/** `this` of a method: for a static one each class that inherits it, else an instance of which nothing more is known. */
function selvesOf({ home, isStatic, node, scope }: Fn, children: Children): RValue[] {
  if (!home) return [undefined]
  if (isStatic) return heirs(home, children, String(node.key?.name))
  const open = unknownAt(node, scope.module.source, 'it is set at run time')
  return [{ kind: 'object', entries: new Map(), at: home.at, class: home, open }]
}

/** The classes at the end of each line; a class that others extend is theirs, not a model of its own. */
function heirs(cls: Cls, children: Children, method: string): Cls[] {
  const own = (children.get(cls) ?? []).filter((one) => !one.statics.has(method))
  return children.has(cls) ? own.flatMap((one) => heirs(one, children, method)) : [cls]
}

/** What to look for in a file, and what to enter for it. */
export interface Search {
  wanted: (node: Node) => boolean
  /** Whether static methods are entered that other classes inherit. */
  inherited: boolean
  children: Children
}

/** Enters what was not reached in a file that has run; tells the names of what it entered. */
export function cover(module: Module, { wanted, inherited, children }: Search, m: Machine): string[] {
  const isHandedDown = ({ home, isStatic }: Fn) =>
    isStatic === true && home !== undefined && children.has(home)
  const names: string[] = []
  for (const { node, around } of unreached(module, wanted, m)) {
    for (const one of around) {
      if (m.visited.has(node)) break
      const fn = m.functions.get(one)
      if (!fn || (!inherited && isHandedDown(fn))) continue
      enter(fn, children, m)
      names.push(calledName(fn) ?? '')
    }
  }
  return names
}
