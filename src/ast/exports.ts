/** Finds what a module exports, and the value that an import or `require` refers to. */

import type { Entries } from '../types'
import { isObject, isRef } from '../values'
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

/** The modules of `export * from`; a module in `seen` is not followed again. */
function starred(module: Module, m: Machine, seen: Set<Module>): (Module | { package: string })[] {
  seen.add(module)
  return module.stars.flatMap((star): (Module | { package: string })[] => {
    const target = m.reader.resolve(star, module.file)
    if (target && typeof target !== 'string') return [target]
    const next = target ? m.module(target) : undefined
    return next && !seen.has(next) ? [next] : []
  })
}

const isModule = (one: Module | { package: string }): one is Module => 'exports' in one

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
  const home = module.state === 'done' && seen.size === 0 ? homesIn(module, m).get(name) : undefined
  const known = home && exportOf(home, name, m, asker, seen)
  if (known !== undefined) return known
  for (const next of starred(module, m, seen)) {
    if (!isModule(next)) return { kind: 'ref', module: next.package, path: [name], text: name }
    const value = exportOf(next, name, m, asker, seen)
    if (value !== undefined) return value
  }
  return module.unread
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
  for (const next of starred(module, m, new Set())) {
    if (!isModule(next) || !exportsByName(next) || next.stars.length) break
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
  for (const next of starred(module, m, seen)) {
    if (isModule(next)) m.hosts.used?.(module.file, next.file)
    const inner = isModule(next) ? namespace(next, m, seen) : undefined
    if (!isObject(inner)) continue
    for (const [name, slot] of inner.entries)
      if (name !== 'default' && !made.entries.has(name)) made.entries.set(name, slot)
  }
  return made
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
