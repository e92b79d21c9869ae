/** Defines the types of the interpreter: its values, scopes and modules, and the interfaces of its parts. */

import type { Entries, Origin, Primitive, Unknown } from '../types'
import type { Reader } from './reader'
import type { Node, Source } from './source'

export interface Slot {
  value: RValue
  at: Origin
  valueAt: Origin
}

/** The content of a name or key: a value, or a function that returns it. */
export type Named = Slot | { thunk: () => RValue }
export type Names = Entries<Named>

/** An object literal, an instance of a class, or a namespace. */
export interface Obj {
  kind: 'object'
  entries: Entries<Slot>
  open?: Unknown
  /** The values under keys that are not known, if those keys alone make it open. */
  unnamed?: RValue[]
  at: Origin
  /** The class of the instance. */
  class?: Cls
  /** The result of a package's parent constructor (`class Db extends Sequelize`). */
  made?: RValue
  /** The items of a Set; those of a Map are pairs. */
  members?: List
  /** Whether `members` are the pairs of a Map. */
  isMap?: boolean
  setters?: Map<string, Fn>
  /** The text of a URL. */
  href?: string
}

export interface List {
  kind: 'list'
  items: RValue[]
  open?: Unknown
  /** For the texts of a template that a tag gets: these as they are written. */
  raw?: List
}

export interface Fn {
  kind: 'function'
  node: Node
  scope: Scope
  /** `this` of an arrow function or of a bound method. */
  self?: RValue
  /** The class in which the method is defined; `super` refers to its parent. */
  home?: Cls
  isStatic?: boolean
  /** Properties that are set on the function. */
  entries?: Entries<Slot>
}

export interface Cls {
  kind: 'class'
  node: Node
  scope: Scope
  name: string
  parent?: RValue
  /** Static fields and methods. */
  statics: Map<string, Slot>
  getters: Map<string, Fn>
  methods: Map<string, Fn>
  setters: Map<string, Fn>
  at: Origin
}

/** A function that the interpreter implements itself. */
export interface Host {
  kind: 'host'
  name: string
  call(args: RValue[], site: Site, self: RValue): RValue
  members?: Map<string, RValue>
}

/**
 * A reference into another module, which is resolved only on demand.
 * `file` is the module's source; without it only the name is known (`sequelize`, or a package that is not installed).
 */
export interface Ref {
  kind: 'ref'
  module: string
  file?: string
  /** Whether it comes from an `import`, which sees `default`; a `require` sees `module.exports`. */
  esm?: boolean
  path: string[]
  /** The arguments, if it was called or constructed. */
  args?: RValue[]
  isNew?: boolean
  /** The place of the import, member access or call. */
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
  /** The label of the loop that this scope surrounds. */
  label?: string
}

export interface Frame {
  self: RValue
  home?: Cls
  isStatic?: boolean
  args: RValue[]
  /** The return values of branches that may have returned. */
  returns: { value: RValue; when: string }[]
  /** What a generator has yielded. */
  yields?: List
}

/** The place of a call, and the calls that led to it (innermost last). */
export interface Site {
  node: Node
  source: Source
  at: Origin
  stack: readonly Site[]
  /** For `super(...)`: the object under construction. */
  constructs?: Obj
}

export interface Module {
  file: string
  source: Source
  scope: Scope
  /** CommonJS: the `module` object. */
  cjs: Obj
  /** ESM: a function per export that returns its value; `stars` lists its `export * from`. */
  exports: Map<string, () => RValue>
  stars: Node[]
  /** Maps each name to the module of `stars` that exports it; filled on demand. */
  homes?: Map<string, Module>
  isEsm: boolean
  state: 'new' | 'running' | 'done'
  /** Set if the file was not read to its end. */
  unread?: Unknown
}

/** How a statement ends. `maybe`: one branch left the block, another one goes on. */
export type Completion =
  | { type: 'normal' | 'maybe' }
  | { type: 'return'; value: RValue }
  | { type: 'throw'; value?: RValue }
  | { type: 'break' | 'continue'; label?: string }

/** Callbacks through which callers handle packages and globals, since `ast` knows nothing of Sequelize. */
export interface Hosts {
  /** Handles a method call whose receiver has no readable method: a package's object or class, or an Unknown. */
  method?(receiver: RValue, name: string, args: RValue[], site: Site): RValue | undefined
  /** Called before a method is called whose name is not known. */
  unnamed?(receiver: RValue, args: RValue[], site: Site): void
  /** Whether `method` answers calls of this name, so that a borrowed call of it is followed too. */
  isMethod?(name: string): boolean
  /** Handles a call or construction of a package's function or class. */
  call?(callee: RValue, args: RValue[], isNew: boolean, site: Site): RValue | undefined
  /** Called after a member of a package's object is set. */
  changed?(target: Ref, key: string, at: Origin): void
  /** Called after a class is defined. */
  made?(cls: Cls, machine: Machine): void
  /** Whether callbacks passed to unread functions run once, with unknown arguments. */
  runCallbacks?: boolean
  /** The effects that the hosts record, in order; a branch that throws loses its own. */
  effects?: unknown[]
  /** The chosen environment, for NODE_ENV and config files; absent if it is not known. */
  environment?: string
  /** Further base folders for relative paths besides the root, since the working directory is not known. */
  folders?: string[]
  /** Called after the code reads the text of a file. */
  handed?(file: string, text: string): void
  /** Called after the code of one file takes a value from another file, or reads its text. */
  used?(file: string, other: string): void
}

/** The state of the interpreter and its functions, connected here so that its files need not import each other. */
export interface Machine {
  reader: Reader
  /** The project's root, which is also the result of `process.cwd()`. */
  root: string
  hosts: Hosts
  evaluate(node: Node, scope: Scope): RValue
  execute(statements: Node[], scope: Scope): Completion
  call(callee: RValue, args: RValue[], self: RValue, site: Site): RValue
  construct(callee: RValue, args: RValue[], site: Site): RValue
  get(target: RValue, key: string, site: Site): RValue
  set(target: RValue, key: string, value: RValue, at: { at: Origin; valueAt: Origin }): void
  /** A global of JavaScript or Node; undefined if there is none. */
  global(name: string, module: Module): RValue
  /** Resolves a Ref to its value; returns any other value unchanged. */
  force(value: RValue): RValue
  module(file: string): Module | undefined
  require(specifier: string, from: Module, esm: boolean, site: Site): RValue
  defineClass(node: Node, scope: Scope, name?: string): Cls
  bind(pattern: Node, value: RValue, scope: Scope, declare: boolean): void
  /** Runs all branches of a fork whose test is not known, and joins their writes. */
  fork(branches: { when: string; run(): Completion }[], at: Origin, effectsOnly?: boolean): Completion
  /** Changes state so that a fork can undo the change. */
  write(map: Names, key: string, value: Named | undefined): void
  writeItems(list: List, items: RValue[]): void
  /** Greater than 0 inside a branch that may not be taken. */
  guarded: number
  stack: Site[]
  /** The frames of the running calls, innermost last. */
  frames: Frame[]
  /** The call nodes that were evaluated. */
  visited: Set<Node>
  /** The functions that ran. */
  called: Set<Node>
  /** The latest function value created from each node. */
  functions: Map<Node, Fn>
  /** The effects that hosts recorded, in order; a branch that throws loses its own. */
  effects: unknown[]
  /** The evaluations left before everything becomes Unknown. */
  budget: number
  /** The syntax and reading errors of the loaded files, by file. */
  faults: Map<string, Error>
  /** The skipped, unchecked function blocks, by file. */
  passedOver: Map<string, () => string[]>
  /** The modules by file; undefined if the file cannot be read (see `faults`). */
  modules: Map<string, Module | undefined>
  /** The globals used so far, by name. */
  globals: Map<string, RValue>
  /** The `global` object, which all files share. */
  globalObject?: Obj
  /** The value of the package `config`, set at its first use. */
  config?: { value: RValue }
  /** The file that a chain of re-exports started from. */
  asker?: string
  /** The results of calls into other modules, kept once the module has run. */
  results: WeakMap<Ref, RValue>
  /** Per `.then` node: the callbacks that wait for the running one to end. */
  waiting: Map<Node, (() => RValue)[]>
  /** A counter that numbers the unknown parts of strings. */
  holes: number
  /** The journals of the running forks, innermost last. */
  journals: Journal[]
  /** A counter of the journals begun so far. */
  age: number
}

/** The state changes since a fork began, with the previous values. */
export interface Journal {
  /** The age at which the journal began. */
  since: number
  maps: Map<Names, Map<string, Named | undefined>>
  lists: Map<List, RValue[]>
}
