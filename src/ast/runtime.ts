/** What a value is while code is being read: the world of the interpreter, and the contracts of its rooms. */

import type { Entries, Origin, Primitive, Unknown } from '../types'
import { isRef, isUnknown } from '../values'
import type { Node, Source } from './source'

export interface Slot {
  value: RValue
  at: Origin
  valueAt: Origin
}

/** What stands under a name, or under a key: a value, or how to get it. */
export type Named = Slot | { thunk: () => RValue }
export type Names = Entries<Named>

/** An object literal, an instance of a class, or a namespace. */
export interface Obj {
  kind: 'object'
  entries: Entries<Slot>
  open?: Unknown
  at: Origin
  /** The class it was made from. */
  class?: Cls
  /** What the constructor of a package's class made of it (`class Db extends Sequelize`). */
  made?: RValue
  /** Of a Set: what it holds. */
  members?: List
  /** Of a URL: its text. */
  href?: string
}

export interface List {
  kind: 'list'
  items: RValue[]
  open?: Unknown
}

export interface Fn {
  kind: 'function'
  node: Node
  scope: Scope
  /** `this` of an arrow function or of a bound method. */
  self?: RValue
  /** The class whose parent `super` means. */
  home?: Cls
  isStatic?: boolean
  /** Properties set on the function itself. */
  entries?: Entries<Slot>
}

export interface Cls {
  kind: 'class'
  node: Node
  scope: Scope
  name: string
  parent?: RValue
  /** Static members: a value, or how to get it. */
  statics: Map<string, Slot>
  getters: Map<string, Fn>
  methods: Map<string, Fn>
  at: Origin
}

/** A function that the reader itself knows. */
export interface Host {
  kind: 'host'
  name: string
  call(args: RValue[], site: Site, self: RValue): RValue
  members?: Map<string, RValue>
}

/**
 * Something in another module, read only when asked for.
 * `file`: where its source can be read; without one it is only known by its name (`sequelize`, a package not installed).
 */
export interface Ref {
  kind: 'ref'
  module: string
  file?: string
  /** How it was reached: `import` sees `default`, `require` sees `module.exports`. */
  esm?: boolean
  path: string[]
  /** Set when it was called or constructed. */
  args?: RValue[]
  isNew?: boolean
  /** Where that was. */
  site?: Site
  text: string
}

export interface RChoice {
  kind: 'choice'
  of: { value: RValue; when: string }[]
  at: Origin
}

export type RValue = Primitive | Obj | List | Fn | Cls | Host | Ref | RChoice | Unknown

export interface Scope {
  names: Names
  parent?: Scope
  module: Module
  /** Set on the scope of a function call. */
  frame?: Frame
}

export interface Frame {
  self: RValue
  home?: Cls
  isStatic?: boolean
  args: RValue[]
  /** Values of branches that may have returned. */
  returns: { value: RValue; when: string }[]
}

/** Where a call stands, and through which calls it was reached (innermost last). */
export interface Site {
  node: Node
  source: Source
  at: Origin
  stack: readonly Site[]
  /** Of `super(...)`: the object that is being made. */
  constructs?: Obj
}

export interface Module {
  file: string
  source: Source
  scope: Scope
  /** CommonJS: the `module` object. */
  cjs: Obj
  /** ESM: how to get each export; '*' lists what is re-exported whole. */
  exports: Map<string, () => RValue>
  stars: string[]
  /** Which of these writes a name as an export, as far as it was asked for. */
  homes?: Map<string, Module>
  isEsm: boolean
  state: 'new' | 'running' | 'done'
  /** Set when the file was not read to its end. */
  unread?: Unknown
}

/** How a statement ends. `maybe`: one branch left the block, another goes on. */
export type Completion =
  | { type: 'normal' | 'maybe' }
  | { type: 'return'; value: RValue }
  | { type: 'throw' | 'break' | 'continue'; label?: string }

/** What the wings know about packages and globals; handed in, since this wing knows nothing of Sequelize. */
export interface Hosts {
  /** A method called on something that has none of its own: a package's object, an unknown, a class of a package. */
  method?(receiver: RValue, name: string, args: RValue[], site: Site): RValue | undefined
  /** A function or class of a package is called or constructed. */
  call?(callee: RValue, args: RValue[], isNew: boolean, site: Site): RValue | undefined
  /** A member of something of a package was set. */
  changed?(target: Ref, key: string, at: Origin): void
  /** A class was made. */
  made?(cls: Cls, machine: Machine): void
  /** Whether functions handed to unread functions are run once with unknown arguments. */
  runCallbacks?: boolean
  /** What these record, in order; a branch that throws takes its own back. */
  effects?: unknown[]
  /** The environment that was asked for: NODE_ENV, and the one of config files; left out: it is not known. */
  environment?: string
  /** Where a relative path may be meant from besides the root: nobody knows where the program is started. */
  folders?: string[]
  /** The text of a file was handed to the code. */
  handed?(file: string, text: string): void
}

/** Files, as the interpreter sees them. */
export interface Reader {
  read(file: string): string | undefined
  list(dir: string): string[] | undefined
  isFile(file: string): boolean
  resolve(specifier: string, fromFile: string): string | { package: string } | undefined
  /** Why what the project's code asks for by its path is kept from it; undefined: it may be read. */
  denied?(file: string): string | undefined
  /** Babel reads plain files as well. */
  parser?: 'babel'
}

/** The interpreter's own rooms, tied together, so that none of them imports another. */
export interface Machine {
  reader: Reader
  /** What `process.cwd()` gives: the project's root. */
  root: string
  hosts: Hosts
  evaluate(node: Node, scope: Scope): RValue
  execute(statements: Node[], scope: Scope): Completion
  call(callee: RValue, args: RValue[], self: RValue, site: Site): RValue
  construct(callee: RValue, args: RValue[], site: Site): RValue
  get(target: RValue, key: string, site: Site): RValue
  set(target: RValue, key: string, value: RValue, at: { at: Origin; valueAt: Origin }): void
  /** A global of JavaScript or Node, `undefined` where there is none. */
  global(name: string, module: Module): RValue
  /** Reads what a Ref names; any other value is itself. */
  force(value: RValue): RValue
  module(file: string): Module | undefined
  require(specifier: string, from: Module, esm: boolean, site: Site): RValue
  defineClass(node: Node, scope: Scope, name?: string): Cls
  bind(pattern: Node, value: RValue, scope: Scope, declare: boolean): void
  /** Runs both sides of a fork whose test is not known, and joins what they wrote. */
  fork(branches: { when: string; run(): Completion }[], at: Origin, effectsOnly?: boolean): Completion
  /** Changes state so that a fork can take it back. */
  write(map: Names, key: string, value: Named | undefined): void
  writeItems(list: List, items: RValue[]): void
  /** > 0 inside a branch that may not be taken. */
  guarded: number
  stack: Site[]
  /** Of the calls that are running, innermost last. */
  frames: Frame[]
  /** Call nodes that were evaluated. */
  visited: Set<Node>
  /** Functions that ran. */
  called: Set<Node>
  /** The newest function made from a node. */
  functions: Map<Node, Fn>
  /** What hosts recorded, in order; a branch that throws takes its own back. */
  effects: unknown[]
  /** Evaluations left before everything becomes Unknown. */
  budget: number
  /** What could not be loaded: syntax errors of files reached. */
  faults: Map<string, Error>
  /** Blocks of functions, by their files, that are passed over and may not be JavaScript. */
  passedOver: Map<string, () => string[]>
  /** By their files; undefined: it cannot be read (see `faults`). */
  modules: Map<string, Module | undefined>
  /** Globals that were asked for, by their names. */
  globals: Map<string, RValue>
  /** What one file puts on `global`, another finds there. */
  globalObject?: Obj
  /** What the package `config` brings, once it was asked for. */
  config?: { value: RValue }
  /** What calls of functions in other modules gave, once these had run. */
  results: WeakMap<Ref, RValue>
  /** By a `.then`: callbacks that wait until the one before them has come to its end. */
  waiting: Map<Node, (() => RValue)[]>
  /** Parts of texts that are not known, each with a number of its own. */
  holes: number
  /** Of the forks that are under way, innermost last. */
  journals: Journal[]
  /** How many forks were begun. */
  age: number
}

/** State changes since a fork began, with what stood there before. */
export interface Journal {
  /** The age at which it was begun. */
  since: number
  maps: Map<Names, Map<string, Named | undefined>>
  lists: Map<List, RValue[]>
}

/** What follows is not read, and said to be so: a recursion goes on for longer than is followed. */
export const giveUp = (m: Machine): void => {
  m.budget = 0
}

/** A package's function is called only when its result is asked for. */
export const isOfPackage = (callee: RValue): callee is Ref & { file: string } =>
  isRef(callee) && callee.file?.includes('node_modules') === true

/** Why a value is not known that the environment of the process brings; it is a text, or absent. */
export const ENVIRONMENT = 'it comes from the environment'

export const isFromEnvironment = (value: RValue): boolean => isUnknown(value) && value.why === ENVIRONMENT

/** Not known, but a text at any rate: it brings no options along. */
export const isTextual = (value: RValue): boolean =>
  isUnknown(value) && (value.why === ENVIRONMENT || value.partial !== undefined)

export const host = (name: string, call: Host['call']): Host => ({ kind: 'host', name, call })

export const list = (items: RValue[], open?: Unknown): List => ({
  kind: 'list',
  items,
  ...(open && { open }),
})
