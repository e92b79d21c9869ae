/** Modules: what a file exports, and the value that an import or require names. Each file runs once, when first asked for. */

import { apart } from './fork'
import {
  kindOf,
  type Machine,
  type Module,
  type Obj,
  type Ref,
  type RValue,
  type Scope,
  type Site,
} from './runtime'
import { declaredNames, hoist, lookup, moduleScope, siteOf } from './scope'
import { type Node, originOf, parseSource, parseValue, type Source, unknownAt } from './source'

/** Evaluations that one file may take. */
export const BUDGET = 400_000

/** `require(specifier)` or an import of it: read only when a member is asked for. */
export function requireModule(specifier: string, from: Module, esm: boolean, site: Site, m: Machine): RValue {
  const found = m.reader.resolve(specifier, from.file)
  if (found === undefined) return unknownAt(site.node, site.source, `${specifier} is not found`)
  if (typeof found !== 'string')
    return {
      kind: 'ref',
      module: found.package,
      path: subpath(specifier, found.package),
      text: found.package,
    }
  return { kind: 'ref', module: specifier, file: found, esm, path: [], text: specifier, site }
}

/** `lodash/merge` is the member merge of lodash; `@sequelize/core/decorators-legacy` stays a module of its own by its path. */
const subpath = (specifier: string, name: string): string[] =>
  specifier
    .replace(/^node:/, '')
    .slice(name.length)
    .split('/')
    .filter(Boolean)

/** Reads what a Ref names; a Ref whose source cannot be read stays one. */
export function force(value: RValue, m: Machine): RValue {
  if (kindOf(value) !== 'ref' || !(value as Ref).file) return value
  const ref = value as Ref
  const module = m.module(ref.file!)
  if (!module) return ref
  let result = exported(module, ref, m)
  if (ref.args && ref.site) {
    result = ref.isNew
      ? m.construct(result, ref.args, ref.site)
      : m.call(
          result,
          ref.args,
          ref.path.length > 1 ? exported(module, { ...ref, path: ref.path.slice(0, -1) }, m) : undefined,
          ref.site,
        )
  }
  if (result === ref || kindOf(result) === 'ref') return result === ref ? ref : m.force(result)
  return result
}

function exported(module: Module, ref: Ref, m: Machine): RValue {
  const [first, ...rest] = ref.path
  const site = ref.site ?? {
    node: module.source.program,
    source: module.source,
    at: originOf(module.source.program, module.source),
    stack: [],
  }
  if (first === undefined)
    return ref.esm ? namespace(module, m) : module.isEsm ? namespace(module, m) : cjsExports(module)
  const value = module.isEsm ? esmExport(module, first, m) : cjsMember(module, first, ref, site, m)
  return rest.reduce<RValue>((one, key) => m.get(m.force(one), key, site), value)
}

const cjsExports = (module: Module): RValue => module.cjs.entries.get('exports')!.value

function cjsMember(module: Module, name: string, ref: Ref, site: Site, m: Machine): RValue {
  const exports = m.force(cjsExports(module))
  if (
    name === 'default' &&
    ref.esm &&
    !(kindOf(exports) === 'object' && (exports as Obj).entries.has('default'))
  )
    return exports
  const value = m.get(exports, name, site)
  if (value === undefined && module.state === 'running')
    return unknownAt(
      module.source.program,
      module.source,
      `${name} is read while the file is still being loaded (a circular import)`,
    )
  return value
}

function esmExport(module: Module, name: string, m: Machine): RValue {
  const own = module.exports.get(name)
  if (own) return own()
  for (const star of module.stars) {
    const target = m.reader.resolve(star, module.file)
    const next = typeof target === 'string' ? m.module(target) : undefined
    if (next && (next.isEsm ? hasExport(next, name, m) : true)) {
      const value = next.isEsm
        ? esmExport(next, name, m)
        : m.get(cjsExports(next), name, siteOf(module.source.program, module.scope, m))
      if (value !== undefined) return value
    }
    if (target && typeof target !== 'string')
      return { kind: 'ref', module: target.package, path: [name], text: name }
  }
  return undefined
}

function hasExport(module: Module, name: string, m: Machine): boolean {
  if (module.exports.has(name)) return true
  return module.stars.some((star) => {
    const target = m.reader.resolve(star, module.file)
    const next = typeof target === 'string' && target !== module.file ? m.module(target) : undefined
    return next ? !next.isEsm || hasExport(next, name, m) : false
  })
}

/** Everything a module exports, as an object. */
function namespace(module: Module, m: Machine): RValue {
  if (!module.isEsm) {
    const exports = cjsExports(module)
    if (kindOf(exports) !== 'object')
      return { ...emptyNamespace(module), entries: new Map([['default', slotOf(exports, module)]]) }
    return exports
  }
  const made = emptyNamespace(module)
  for (const [name, value] of module.exports) made.entries.set(name, slotOf(value(), module))
  for (const star of module.stars) {
    const target = m.reader.resolve(star, module.file)
    const next = typeof target === 'string' ? m.module(target) : undefined
    const inner = next && next !== module ? namespace(next, m) : undefined
    if (kindOf(inner) !== 'object') continue
    for (const [name, slot] of (inner as Obj).entries)
      if (name !== 'default' && !made.entries.has(name)) made.entries.set(name, slot)
  }
  return made
}

const emptyNamespace = (module: Module): Obj => ({
  kind: 'object',
  entries: new Map(),
  at: originOf(module.source.program, module.source),
})

const slotOf = (value: RValue, module: Module) => {
  const at = originOf(module.source.program, module.source)
  return { value, at, valueAt: at }
}

const cache = new WeakMap<Machine, Map<string, Module | undefined>>()

/** The module of a file, run once; undefined when it cannot be read (see `faults`). */
export function loadModule(file: string, m: Machine): Module | undefined {
  let loaded = cache.get(m)
  if (!loaded) cache.set(m, (loaded = new Map()))
  if (loaded.has(file)) return loaded.get(file)
  const text = m.reader.read(file)
  let source: Source | undefined
  try {
    source =
      text === undefined
        ? undefined
        : /\.json[c5]?$/.test(file)
          ? parseValue(text, file)
          : parseSource(text, file)
  } catch (error) {
    m.faults.set(file, error as Error)
  }
  const module = source && makeModule(file, source)
  loaded.set(file, module)
  if (module) apart(() => runModule(module, m), m)
  return module
}

function makeModule(file: string, source: Source): Module {
  const at = originOf(source.program, source)
  const slot = (value: RValue) => ({ value, at, valueAt: at })
  const cjs: Obj = { kind: 'object', entries: new Map(), at }
  cjs.entries.set('exports', slot({ kind: 'object', entries: new Map(), at }))
  const module = {
    file,
    source,
    cjs,
    exports: new Map(),
    stars: [],
    isEsm: false,
    state: 'new',
  } as unknown as Module
  module.scope = moduleScope(module)
  return module
}

function runModule(module: Module, m: Machine): void {
  const { program } = module.source
  module.state = 'running'
  // What a file does is its own: it neither counts as guarded, nor sees the calls around it.
  const { guarded, stack, frames, budget } = m
  Object.assign(m, { guarded: 0, stack: [], frames: [], budget: BUDGET })
  if (program.type !== 'Program')
    m.write(module.cjs.entries, 'exports', slotOf(m.evaluate(program, module.scope), module))
  else {
    for (const statement of program.body as Node[]) link(statement, module, m)
    hoist(program.body, module.scope, m)
    m.execute(program.body, module.scope)
  }
  if (m.budget <= 0) cutShort(module)
  Object.assign(m, { guarded, stack, frames, budget })
  module.state = 'done'
}

/** What a file does after its share of work is used up is not known. */
function cutShort(module: Module): void {
  module.unread = unknownAt(module.source.program, module.source, 'reading the whole file takes too long')
  const exports = cjsExports(module)
  if (kindOf(exports) === 'object') (exports as Obj).open ??= module.unread
}

/** Imports and exports are known before the first statement runs. */
function link(node: Node, module: Module, m: Machine): void {
  if (node.importKind === 'type' || node.importKind === 'typeof' || node.exportKind === 'type') return
  if (node.type === 'ImportDeclaration') linkImport(node, module, m)
  if (!/^Export/.test(node.type)) return
  module.isEsm = true
  if (node.type === 'ExportAllDeclaration') module.stars.push(node.source.value)
  if (node.type === 'ExportDefaultDeclaration') linkDefault(node, module, m)
  if (node.type !== 'ExportNamedDeclaration') return
  for (const name of node.declaration ? declaredNames(node.declaration) : [])
    module.exports.set(name, () => lookup(name, module.scope, m))
  for (const specifier of node.specifiers as Node[]) linkExport(specifier, node, module, m)
}

function linkDefault(node: Node, module: Module, m: Machine): void {
  const name =
    node.declaration.type === 'FunctionDeclaration' && node.declaration.id
      ? node.declaration.id.name
      : '*default*'
  module.exports.set('default', () => {
    const value = lookup(name, module.scope, m)
    return value === undefined && module.state === 'running'
      ? unknownAt(node, module.source, 'it is read while the file is still being loaded (a circular import)')
      : value
  })
}

const nameOf = (node: Node): string => node.name ?? node.value

function linkExport(specifier: Node, node: Node, module: Module, m: Machine): void {
  const exportedAs = nameOf(specifier.exported)
  if (!node.source) {
    module.exports.set(exportedAs, () => lookup(nameOf(specifier.local), module.scope, m))
    return
  }
  const local = specifier.type === 'ExportNamespaceSpecifier' ? undefined : nameOf(specifier.local)
  module.exports.set(exportedAs, () => imported(node, local, module, m))
}

function linkImport(node: Node, module: Module, m: Machine): void {
  module.isEsm = true
  for (const specifier of node.specifiers as Node[]) {
    if (specifier.importKind === 'type') continue
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? undefined
          : nameOf(specifier.imported)
    let value: RValue
    module.scope.names.set(specifier.local.name, { thunk: () => (value ??= imported(node, name, module, m)) })
  }
}

function imported(node: Node, name: string | undefined, module: Module, m: Machine): RValue {
  const whole = requireModule(node.source.value, module, true, siteOf(node, module.scope as Scope, m), m)
  if (name === undefined || kindOf(whole) !== 'ref') return whole
  const ref = whole as Ref
  // `import Sequelize from 'sequelize'`: a package's default export is the package.
  return { ...ref, path: !ref.file && name === 'default' ? ref.path : [...ref.path, name] }
}
