/** Implements the globals of JavaScript and Node. */

import * as path from 'node:path'
import type { Primitive } from '../../types'
import { isList, isObject, isPrimitive, isRef, isUnknown } from '../../values'
import { argumentsIn, callWith } from '../borrowed'
import { spendItems } from '../bounds'
import { truthy } from '../choices'
import { requireChosen } from '../chosen-file'
import { itemsOf } from '../items'
import { ENVIRONMENT, host, list, notKnown, objectAt, slotAt, unknownFor } from '../making'
import type { Host, Machine, Module, Obj, RValue, Site } from '../runtime'
import { siteOf } from '../scope'
import { unknownAt } from '../source'
import { collectionOf } from './collections'
import { jsonStatics } from './json'
import { numbersOf, pureGlobals } from './numbers'
import { copy, objectStatics } from './objects'
import { newPromise, promiseStatics } from './promises'
import { regexpOf } from './regexps'

type Call = (args: RValue[], site: Site) => RValue

function withMembers(name: string, members: Record<string, RValue>, call: Call): Host {
  return { ...host(name, call), members: new Map(Object.entries(members)) }
}

const statics = (table: Record<string, Call>): Record<string, RValue> =>
  Object.fromEntries(Object.entries(table).map(([key, call]) => [key, host(key, call)]))

function convert(name: string, to: (value: Primitive) => RValue): (m: Machine) => Host {
  return (m) =>
    host(name, ([given], site) => {
      const value = m.force(given)
      return isPrimitive(value) ? to(value) : notKnown(site, value)
    })
}

const makers: Record<string, (m: Machine) => RValue> = {
  Proxy: (m) => host('Proxy', ([target], site) => proxy(m.force(target), site)),
  Set: (m) => host('Set', ([values], site) => collectionOf(values, false, site, m)),
  Map: (m) => host('Map', ([pairs], site) => collectionOf(pairs, true, site, m)),
  Object: (m) =>
    withMembers('Object', statics(bound(objectStatics, m)), ([value], site) => value ?? objectAt(site.at)),
  Array: (m) =>
    withMembers(
      'Array',
      statics({
        isArray: ([value], site) =>
          isUnknown(m.force(value)) ? notKnown(site, value) : isList(m.force(value)),
        from: ([value, callback], site) => fromList(value, callback, site, m),
        of: (args) => list(args),
      }),
      (args) => (args.length === 1 && typeof args[0] === 'number' ? emptyList(args[0], m) : list(args)),
    ),
  Promise: (m) =>
    withMembers('Promise', statics(promiseStatics(m)), ([executor], site) => newPromise(executor, site, m)),
  JSON: (m) => withMembers('JSON', statics(bound(jsonStatics, m)), () => undefined),
  Reflect: (m) =>
    withMembers(
      'Reflect',
      statics({
        apply: ([fn, self, args], site) => callWith(fn, self, argumentsIn(args, m), site, m),
        get: ([target, key], site) =>
          typeof key === 'string' ? m.get(m.force(target), key, site) : notKnown(site, key),
        set: ([target, key, value], site) => setEntry(target, key, value, site, m),
        has: ([target, key], site) => objectStatics.hasOwn([m.force(target), key], site),
        defineProperty: ([target, key, descriptor], site) =>
          objectStatics.defineProperty([m.force(target), key, m.force(descriptor)], site, m),
      }),
      () => undefined,
    ),
  String: (m) => ({
    ...host('String', (args, site) => {
      const value = args.length ? m.force(args[0]) : ''
      if (isList(value)) return m.call(m.get(value, 'join', site), [], value, site)
      return isPrimitive(value) ? String(value) : notKnown(site, value)
    }),
    members: new Map([['raw', host('raw', (args, site) => rawText(args, site, m))]]),
  }),
  Number: (m) => ({
    ...convert('Number', (value) => Number(value))(m),
    members: new Map(Object.entries(numbersOf(Number, m))),
  }),
  Math: (m) => withMembers('Math', numbersOf(Math, m), () => undefined),
  RegExp: (m) =>
    host('RegExp', ([given, flags = ''], site) => {
      const pattern = m.force(given)
      if (isRef(pattern) && pattern.module === 'RegExp') return pattern
      return typeof pattern === 'string' && typeof flags === 'string'
        ? regexpOf(pattern, flags)
        : notKnown(site, pattern)
    }),
  Error: (m) =>
    host('Error', ([message], site) => objectAt(site.at, { message: slotAt(m.force(message), site.at) })),
  ...pureGlobals,
  Boolean: (m) => host('Boolean', ([value], site) => truthy(m.force(value)) ?? notKnown(site, value)),
  Symbol: () => host('Symbol', ([name]) => `Symbol(${String(name)})`),
  structuredClone: (m) => host('structuredClone', ([value]) => copy(m.force(value), m)),
  URL: () => host('URL', ([relative, base], site) => url(relative, base, site)),
  console: () =>
    withMembers(
      'console',
      statics({ log: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }),
      () => undefined,
    ),
}

function rawText([texts, ...values]: RValue[], site: Site, m: Machine): RValue {
  const raw = isList(texts) ? (texts.raw?.items ?? []) : []
  const pieces = raw.flatMap((text, index) => (index > 0 ? [m.force(values[index - 1]), text] : [text]))
  const vague = pieces.find((one) => !isPrimitive(one))
  return vague === undefined ? pieces.map(String).join('') : notKnown(site, vague)
}

function setEntry(target: RValue, key: RValue, value: RValue, site: Site, m: Machine): RValue {
  const object = m.force(target)
  const { at } = site
  if (typeof key === 'string') m.set(object, key, value, { at, valueAt: at })
  else if (isObject(object)) object.open ??= unknownFor(site, 'a computed key is set')
  return true
}

function emptyList(length: number, m: Machine): RValue {
  spendItems(length, m)
  return list(new Array(length).fill(undefined))
}

const bound = (
  table: Record<string, (args: RValue[], site: Site, m: Machine) => RValue>,
  m: Machine,
): Record<string, Call> =>
  Object.fromEntries(Object.entries(table).map(([key, call]) => [key, (args, site) => call(args, site, m)]))

/** A proxy's members are unknown; a proxy of the environment keeps the environment as the reason. */
function proxy(target: RValue, site: Site): RValue {
  const why = isObject(target) ? target.open?.why : undefined
  const open = unknownFor(site, why ?? 'a proxy answers it at run time')
  return { ...objectAt(site.at), open }
}

function fromList(value: RValue, callback: RValue, site: Site, m: Machine): RValue {
  const items = itemsOf(value, m)
  if (!items) return notKnown(site, value)
  return callback === undefined
    ? list(items.items, items.open)
    : list(
        items.items.map((item, index) => m.call(callback, [item, index], undefined, site)),
        items.open,
      )
}

function url(relative: RValue, base: RValue, site: Site): RValue {
  if (typeof relative !== 'string' || (base !== undefined && typeof base !== 'string'))
    return notKnown(site, relative)
  const href = new URL(relative, base).href
  const pathname = href.startsWith('file:') ? new URL(href).pathname : undefined
  const slots = { href: slotAt(href, site.at), pathname: slotAt(pathname, site.at) }
  return { ...objectAt(site.at, slots), href }
}

/** Looks up a global by its name; undefined if the interpreter does not implement it. */
export function globals(name: string, module: Module, m: Machine): RValue {
  const own = ofModule(name, module, m)
  if (own !== undefined) return own
  if (!m.globals.has(name)) m.globals.set(name, Object.hasOwn(makers, name) ? makers[name]?.(m) : undefined)
  return m.globals.get(name)
}

function ofModule(name: string, module: Module, m: Machine): RValue {
  switch (name) {
    case 'module':
      return module.cjs
    case 'exports':
      return module.cjs.entries.get('exports')?.value
    case '__dirname':
      return path.dirname(module.file)
    case '__filename':
      return module.file
    case 'require':
      return required(module, m)
    case 'process':
      return processOf(module, m)
    case 'global':
    case 'globalThis':
      return globalObject(module, m)
    case 'Infinity':
      return Number.POSITIVE_INFINITY
    case 'NaN':
      return Number.NaN
    default:
      return undefined
  }
}

/** The `require` function of a module, also the one from `createRequire(import.meta.url)`. */
export function required(module: Module, m: Machine): RValue {
  const call = host('require', ([specifier], site) => {
    const text = m.force(specifier)
    if (isUnknown(text)) return requireChosen(text, module, false, site, m)
    return typeof text === 'string'
      ? m.require(text, module, false, site)
      : unknownFor(site, 'the module to require is computed')
  })
  const resolve = host('resolve', ([specifier], site) => {
    if (typeof specifier !== 'string') return specifier
    const file = m.reader.resolve(specifier, module.file)
    return typeof file !== 'object' ? file : unknownFor(site, `where ${file.package} lies is not known`)
  })
  return { ...call, members: new Map([['resolve', resolve]]) }
}

function processOf(module: Module, m: Machine): RValue {
  const at = siteOf(module.source.program, module.scope, m).at
  const environment = unknownAt(module.source.program, module.source, ENVIRONMENT)
  const known = m.hosts.environment
  const env = {
    ...objectAt(at, known === undefined ? {} : { NODE_ENV: slotAt(known, at) }),
    open: { ...environment, text: 'process.env' },
  }
  const slots = {
    env: slotAt(env, at),
    cwd: slotAt(
      host('cwd', () => m.root),
      at,
    ),
    platform: slotAt({ ...environment, text: 'process.platform' }, at),
  }
  return { ...objectAt(at, slots), open: { ...environment, text: 'process' } }
}

function globalObject(module: Module, m: Machine): Obj {
  m.globalObject ??= {
    ...objectAt(siteOf(module.source.program, module.scope, m).at),
    open: unknownAt(module.source.program, module.source, 'it is a global set at run time'),
  }
  return m.globalObject
}
