/** Enters functions that nothing called, with unknown arguments, so that no definition inside them is missed. */

import {
  type Cls,
  type Fn,
  holdsOne,
  type Machine,
  type Module,
  type Node,
  objectAt,
  type RValue,
  refill,
  type Source,
  sayIfSpent,
  siteOf,
  unknownAt,
  walk,
} from '../ast'
import { isObject } from '../values'
import { handed } from './injected'

const isFunction = (node: Node) => /Function|Method/.test(node.type) && 'params' in node

const calleeName = (node: Node): string => node.name ?? node.property?.name ?? node.property?.value ?? ''

/** Searches for calls of these methods, which may define a model or a connection, and for `new Sequelize`. */
export const defining = (methods: string[]): Pick<Search, 'wanted' | 'words'> => ({
  wanted: ({ type, callee, arguments: args }) =>
    type === 'NewExpression'
      ? /Sequelize$/.test(calleeName(callee))
      : type === 'CallExpression' &&
        args.length > 0 &&
        callee.type === 'MemberExpression' &&
        methods.includes(calleeName(callee)),
  words: new RegExp(`\\b(${methods.join('|')})\\b(?!\\s+[\\w{*'"]|\\s*\\(\\s*\\))|Sequelize\\b`, 'g'),
})

/** Searches for calls of functions with these names; '' matches calls of an unnamed function. */
export const calling = (names: Set<string>): Pick<Search, 'wanted' | 'words'> => ({
  wanted: ({ type, callee }) =>
    (type === 'CallExpression' || type === 'NewExpression') && names.has(calleeName(callee)),
  words: new RegExp(Array.from(names, wordOf).join('|'), 'g'),
})

const wordOf = (name: string): string =>
  name ? `(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])` : NAMELESS

/** Matches `)(` and the like, where an unnamed function is called: `require('./models')(sequelize)`. */
const NAMELESS = '[)\\]}`!/]\\s*(?:\\?\\.\\s*)?\\('

interface Call {
  node: Node
  /** The functions around it, outermost first. */
  around: Node[]
}

/** Caches the calls found in a file, by the pattern of the search. */
const known = new WeakMap<Source, Map<RegExp, Call[]>>()

/** Returns the wanted calls of a file. Walks only nodes that contain one of the words, and each file once. */
function callsIn(source: Source, { wanted, words }: Search): Call[] {
  const own = known.get(source) ?? new Map<RegExp, Call[]>()
  known.set(source, own)
  const found = own.get(words) ?? []
  if (own.has(words)) return found
  own.set(words, found)
  const at = Array.from(source.text.matchAll(words), ({ index }) => index)
  if (at.length === 0) return found
  walk(source.program, (node, parents) => {
    if (!holdsOne(node, at)) return false
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression'
    if (isCall && wanted(node)) found.push({ node, around: parents.filter(isFunction) })
    return true
  })
  return found
}

/** Returns the calls of this file that no run has reached. */
const unreached = ({ source }: Module, search: Search, m: Machine): Call[] =>
  callsIn(source, search).filter(({ node }) => !m.visited.has(node))

/** The classes that extend a class. */
export type Children = Map<Cls, Cls[]>

function enter(fn: Fn, children: Children, m: Machine): void {
  const { source } = fn.scope.module
  const why = `it is a parameter of ${calledName(fn) ?? 'the function'}, whose callers are not read`
  const args = handed(fn, fn.node.params, why, m)
  for (const self of selvesOf(fn, children)) {
    refill(m)
    m.call(fn, args, self, siteOf(fn.node, fn.scope, m))
    sayIfSpent(source.file, m)
  }
}

/** Returns the name by which a caller calls the function; for a constructor, the class's name. */
function calledName({ node, home }: Fn): string | undefined {
  const name = node.id?.name ?? node.key?.name
  return name === 'constructor' ? home?.name : name
}

/** Returns the names by which callers may call the function; '' means that any name is possible. */
function namesOf(fn: Fn, module: Module): string[] {
  const name = calledName(fn)
  const isDefined = (value: RValue) =>
    value === fn || (value === fn.home && value !== undefined && name === fn.home?.name)
  const names = givenBy(module).flatMap(([key, value]) => (isDefined(value()) ? [key] : []))
  return name === undefined && names.length ? names : [name ?? '', ...names]
}

/** Returns what a module exports, each with its name; '' for the export of the module itself. */
function givenBy(module: Module): [string, () => RValue][] {
  const whole = module.cjs.entries.get('exports')?.value
  return [
    ...Array.from(module.exports, ([key, value]): [string, () => RValue] => [
      key === 'default' ? '' : key,
      value,
    ]),
    ...(isObject(whole)
      ? Array.from(whole.entries, ([key, { value }]): [string, () => RValue] => [key, () => value])
      : [['', () => whole] satisfies [string, () => RValue]]),
  ]
}

/** Returns the names by which importers may call what a module exports. */
export const namesGiven = (module: Module | undefined): string[] =>
  module ? givenBy(module).map(([name]) => name) : []

/** Returns the possible `this` of a method: each class that inherits a static one, else an open instance. */
function selvesOf({ home, isStatic, node, scope }: Fn, children: Children): RValue[] {
  if (!home) return [undefined]
  if (isStatic) return heirs(home, children, String(node.key?.name))
  const open = unknownAt(node, scope.module.source, 'it is set at run time')
  return [{ ...objectAt(home.at), class: home, open }]
}

/** Returns the classes that no other class extends; a class that others extend is no model itself. */
function heirs(cls: Cls, children: Children, method: string): Cls[] {
  const own = (children.get(cls) ?? []).filter((one) => !one.statics.has(method))
  return children.has(cls) ? own.flatMap((one) => heirs(one, children, method)) : [cls]
}

/** The calls to look for in a file, and the functions that may be entered to reach them. */
export interface Search {
  wanted: (node: Node) => boolean
  /** A global pattern that matches in the text of every wanted call. */
  words: RegExp
  /** Whether to enter static methods that other classes inherit. */
  inherited: boolean
  children: Children
}

/** Enters the functions around unreached calls of a file that has run, and returns the names of these functions. */
export function cover(module: Module, search: Search, m: Machine): string[] {
  const { inherited, children } = search
  const isHandedDown = ({ home, isStatic }: Fn) =>
    isStatic === true && home !== undefined && children.has(home)
  const names: string[] = []
  for (const { node, around } of unreached(module, search, m)) {
    for (const one of around) {
      if (m.visited.has(node)) break
      const fn = m.functions.get(one)
      if (!fn || (!inherited && isHandedDown(fn))) continue
      enter(fn, children, m)
      names.push(...namesOf(fn, module))
    }
  }
  return names
}
