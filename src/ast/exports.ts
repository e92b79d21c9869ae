/** Finds what a module exports, and the value that an import or `require` refers to. */

import type { Entries, Unknown } from '../types'
import { isObject, isRef } from '../values'
import { requireModule } from './link'
import type { Machine, Module, Obj, Ref, RValue, Site, Slot } from './runtime'
import { siteOf } from './scope'
import { originOf, unknownAt } from './source'

/** Resolves a Ref to its value; a Ref without readable source stays a Ref. */
export function force(ref: RValue, m: Machine): RValue {
  if (!isRef(ref) || !ref.file) return ref
  if (m.results.has(ref)) return m.results.get(ref)
  const asker = m.asker ?? ref.site?.source.file
  m.asker = undefined
  if (asker !== undefined) m.hosts.used?.(asker, ref.file)
  const module = m.module(ref.file)
  if (!module) return ref
  const own = onward(called(ref, module, m, asker), asker, m)
  // The result of a call is kept; a name may get another value later.
  if (module.state === 'done' && ref.args) m.results.set(ref, own)
  return own
}

/** Resolves what a file exports. Where that is a re-export, the other file is used by the one that asked. */
function onward(value: RValue, asker: string | undefined, m: Machine): RValue {
  if (!isRef(value)) return value
  m.asker = asker
  try {
    return m.force(value)
  } finally {
    m.asker = undefined
  }
}

/** Follows the path of a Ref and, if the Ref was called, calls the result. */
function called(ref: Ref, module: Module, m: Machine, asker?: string): RValue {
  const target = exported(module, ref, m, asker)
  if (!ref.args || !ref.site) return target
  if (ref.isNew) return m.construct(target, ref.args, ref.site)
  const self =
    ref.path.length > 1 ? exported(module, { ...ref, path: ref.path.slice(0, -1) }, m, asker) : undefined
  return m.call(target, ref.args, self, ref.site)
}

function exported(module: Module, ref: Ref, m: Machine, asker?: string): RValue {
  const [first, ...rest] = ref.path
  const site = ref.site ?? {
    node: module.source.program,
    source: module.source,
    at: originOf(module.source.program, module.source),
    stack: [],
  }
  if (first === undefined)
    return ref.esm ? namespace(module, m) : exportsByName(module) ? namespace(module, m) : cjsExports(module)
  const value = exportsByName(module)
    ? esmExport(module, first, m, asker ?? module.file)
    : cjsMember(module, first, ref, site, m)
  return rest.reduce<RValue>((one, key) => m.get(m.force(one), key, site), value)
}

/**
 * Whether importers get the module's `export` declarations. A compiler turns imports into `require`, so a file with
 * imports may also set `module.exports`; importers then get that.
 */
function exportsByName(module: Module): boolean {
  if (!module.isEsm) return false
  const first = module.scope.names.get('exports')
  if (first && 'value' in first && first.value !== cjsExports(module)) return false
  const exportsNothing = module.exports.size === 0 && module.stars.length === 0
  return !(exportsNothing && setOnExports(module).size > 0)
}

/** Properties set on `exports` (`exports.up = ...`) in a file with ESM syntax. */
function setOnExports(module: Module): Entries<Slot> {
  const whole = cjsExports(module)
  return isObject(whole) ? whole.entries : new Map()
}

export const cjsExports = (module: Module): RValue => module.cjs.entries.get('exports')?.value

function cjsMember(module: Module, name: string, ref: Ref, site: Site, m: Machine): RValue {
  const whole = m.force(cjsExports(module))
  if (name === 'default' && ref.esm && !(isObject(whole) && whole.entries.has('default'))) return whole
  const value = m.get(whole, name, site)
  if (value === undefined && module.state === 'running')
    return unknownAt(
      module.source.program,
      module.source,
      `${name} is read while the file is still being loaded (a circular import)`,
    )
  return value
}

/** What the `export * from` of a module bring. */
interface Starred {
  modules: Module[]
  /** What exports names that cannot be told: a package, a file that cannot be read, or one that is not found. */
  others: (Ref | Unknown)[]
}

/** A module in `seen` is not followed again. */
function starred(module: Module, m: Machine, seen: Set<Module>): Starred {
  seen.add(module)
  const found: Starred = { modules: [], others: [] }
  for (const star of module.stars) {
    const target = requireModule(star.source.value, module, true, siteOf(star, module.scope, m), m)
    const next = isRef(target) && target.file ? m.module(target.file) : undefined
    if (!next) found.others.push(target)
    else if (!seen.has(next)) found.modules.push(next)
  }
  return found
}

/** Stands for a name that no readable module exports: another of the `export * from` may export it. */
function fromOthers(name: string, others: (Ref | Unknown)[]): RValue {
  const [other] = others
  return isRef(other) ? { ...other, path: [...other.path, name] } : other
}

function esmExport(
  module: Module,
  name: string,
  m: Machine,
  asker: string,
  seen = new Set<Module>(),
): RValue {
  const own = module.exports.get(name)
  if (own) return own()
  const set = setOnExports(module).get(name)
  if (set) return set.value
  // `export *` does not pass on a default export.
  if (name === 'default') return module.unread
  const home = module.state === 'done' && seen.size === 0 ? homesIn(module, m).get(name) : undefined
  const known = home && exportOf(home, name, m, asker, seen)
  if (known !== undefined) return known
  const { modules, others } = starred(module, m, seen)
  for (const next of modules) {
    const value = exportOf(next, name, m, asker, seen)
    if (value !== undefined) return value
  }
  return fromOthers(name, others) ?? module.unread
}

/** The export of a module of `export * from`, which is used by the file that asked. */
function exportOf(module: Module, name: string, m: Machine, asker: string, seen: Set<Module>): RValue {
  const value = exportsByName(module)
    ? esmExport(module, name, m, asker, seen)
    : m.get(cjsExports(module), name, siteOf(module.source.program, module.scope, m))
  if (value !== undefined) m.hosts.used?.(asker, module.file)
  return value
}

/** For a file with `export * from`: each exported name mapped to the first module that exports it. */
function homesIn(module: Module, m: Machine): Map<string, Module> {
  if (module.homes) return module.homes
  module.homes = new Map()
  for (const next of starred(module, m, new Set()).modules) {
    if (!exportsByName(next) || next.stars.length) break
    for (const name of next.exports.keys()) if (!module.homes.has(name)) module.homes.set(name, next)
  }
  return module.homes
}

/** All exports of a module, as an object. */
function namespace(module: Module, m: Machine, seen = new Set<Module>()): RValue {
  if (!exportsByName(module)) {
    const whole = cjsExports(module)
    if (isObject(whole)) return whole
    return { ...emptyNamespace(module), entries: new Map([['default', slotOf(whole, module)]]) }
  }
  const made = emptyNamespace(module)
  for (const [name, value] of module.exports) made.entries.set(name, slotOf(value(), module))
  for (const [name, slot] of setOnExports(module)) if (!made.entries.has(name)) made.entries.set(name, slot)
  const { modules, others } = starred(module, m, seen)
  const open = module.unread ?? openBy(others[0], module)
  if (open) made.open = open
  for (const next of modules) {
    m.hosts.used?.(module.file, next.file)
    const inner = namespace(next, m, seen)
    if (!isObject(inner)) continue
    if (inner.open) made.open ??= inner.open
    for (const [name, slot] of inner.entries)
      if (name !== 'default' && !made.entries.has(name)) made.entries.set(name, slot)
  }
  return made
}

/** What is unknown of a namespace of which a part comes from a package or from a file that cannot be read. */
function openBy(other: Ref | Unknown | undefined, { source }: Module): Unknown | undefined {
  if (!isRef(other)) return other
  return unknownAt(other.site?.node ?? source.program, source, `the exports of ${other.module} are not known`)
}

const emptyNamespace = (module: Module): Obj => ({
  kind: 'object',
  entries: new Map(),
  at: originOf(module.source.program, module.source),
})

export const slotOf = (value: RValue, module: Module) => {
  const at = originOf(module.source.program, module.source)
  return { value, at, valueAt: at }
}
