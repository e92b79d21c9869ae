/** What a module exports, and the value that an import or require names. */

import { kindOf, type Machine, type Module, type Obj, type Ref, type RValue, type Site } from './runtime'
import { siteOf } from './scope'
import { originOf, unknownAt } from './source'

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

export const cjsExports = (module: Module): RValue => module.cjs.entries.get('exports')!.value

function cjsMember(module: Module, name: string, ref: Ref, site: Site, m: Machine): RValue {
  const whole = m.force(cjsExports(module))
  if (name === 'default' && ref.esm && !(kindOf(whole) === 'object' && (whole as Obj).entries.has('default')))
    return whole
  const value = m.get(whole, name, site)
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
    const whole = cjsExports(module)
    if (kindOf(whole) !== 'object')
      return { ...emptyNamespace(module), entries: new Map([['default', slotOf(whole, module)]]) }
    return whole
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

export const slotOf = (value: RValue, module: Module) => {
  const at = originOf(module.source.program, module.source)
  return { value, at, valueAt: at }
}
