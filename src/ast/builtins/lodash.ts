/** Implements functions of lodash and similar packages (deepmerge, bluebird) that copy or merge options. */

import { isList, isObject } from '../../values'
import { callWith } from '../borrowed'
import { host, list, objectAt } from '../making'
import type { Machine, RValue, Site, Slot } from '../runtime'
import type { Builtin } from './builtin'
import { eachOf } from './lists'
import { copy, deepmerge, defaults, merge, objectStatics } from './objects'

type Static = (args: RValue[], site: Site, m: Machine) => RValue

const chosen = (names: RValue[]): Set<string> | undefined => {
  const flat = names.flatMap((one) => (isList(one) ? one.items : [one]))
  return flat.every((one) => typeof one === 'string') ? new Set(flat) : undefined
}

const picking =
  (keeps: boolean): Static =>
  ([value, ...names], _site, m) => {
    const from = m.force(value)
    const keys = chosen(names)
    if (!isObject(from) || !keys) return undefined
    const entries = new Map<string, Slot>([...from.entries].filter(([key]) => keys.has(key) === keeps))
    return { ...from, entries }
  }

const over: Static = ([collection, callback], site, m) => {
  const forced = m.force(collection)
  if (isList(forced)) return list(eachOf(forced, callback, site, m))
  if (!isObject(forced) || forced.open) return undefined
  return list(
    [...forced.entries].map(([key, slot]) => m.call(callback, [slot.value, key, forced], undefined, site)),
  )
}

const keysIn = (path: RValue): RValue[] =>
  typeof path === 'string' ? path.split('.') : isList(path) ? path.items : []

/** Sets a value at a path and makes the objects that are missing on the way; undefined if it cannot. */
function setAt(target: RValue, [key, ...rest]: RValue[], value: RValue, site: Site, m: Machine): RValue {
  if (!isObject(target) || typeof key !== 'string') return undefined
  const under = target.entries.get(key)?.value ?? objectAt(site.at)
  const places = { at: site.at, valueAt: site.at }
  if (!rest.length) m.set(target, key, value, places)
  else if (setAt(m.force(under), rest, value, site, m) === undefined) return undefined
  else if (!target.entries.has(key)) m.set(target, key, under, places)
  return target
}

const functions: Record<string, Static> = {
  merge,
  assign: objectStatics.assign,
  extend: objectStatics.assign,
  assignIn: objectStatics.assign,
  defaults: defaults(false),
  defaultsDeep: defaults(true),
  cloneDeep: ([value], _site, m) => copy(m.force(value), m),
  clone: ([value], site, m) =>
    isObject(m.force(value)) ? objectStatics.assign([objectAt(site.at), value], site, m) : m.force(value),
  pick: picking(true),
  omit: picking(false),
  each: over,
  forEach: over,
  map: over,
  mapSeries: over,
  eachSeries: over,
  keys: objectStatics.keys,
  values: objectStatics.values,
  bind: ([fn, self, ...first], _site, m) =>
    host('bind', (args, site) => callWith(fn, self, [...first, ...args], site, m)),
  partial: ([fn, ...first], _site, m) =>
    host('partial', (args, site, self) => m.call(fn, [...first, ...args], self, site)),
  set: ([target, path, value], site, m) => setAt(m.force(target), keysIn(path), value, site, m),
  get: ([value, path], site, m) =>
    typeof path === 'string'
      ? path.split('.').reduce<RValue>((one, key) => m.get(m.force(one), key, site), value)
      : undefined,
}

const merging: Record<string, Static> = {
  merge: (args, site, m) => merge([objectAt(site.at), ...args], site, m),
  deepmerge: (args, site, m) => deepmerge([objectAt(site.at), ...args], site, m),
  'object-assign': objectStatics.assign,
  xtend: (args, site, m) => objectStatics.assign([objectAt(site.at), ...args], site, m),
  extend: (args, site, m) => merge(args[0] === true ? args.slice(1) : args, site, m),
}

const own = (table: Record<string, Static>, name: string): Static | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const LIBRARIES = ['lodash', 'lodash-es', 'underscore', 'bluebird', 'es-toolkit']

/** Handles calls such as `_.merge`, `lodash/merge`, `lodash.merge` and `deepmerge`. */
export const lodash: Builtin = {
  words: [...LIBRARIES, ...Object.keys(merging)],
  call({ module, path }, args, site, m) {
    const [library = '', ...parts] = module.split('/')
    const name = path.at(-1) ?? parts.join('.').split('.').at(-1) ?? ''
    if (LIBRARIES.includes(library)) return own(functions, name || library)?.(args, site, m)
    if (/^lodash\.\w+$/.test(module)) return own(functions, module.slice(7))?.(args, site, m)
    if (module === 'deepmerge' && path.at(-1) === 'all') {
      const all = m.force(args[0])
      return isList(all) && !all.open ? deepmerge([objectAt(site.at), ...all.items], site, m) : undefined
    }
    return path.length <= 1 ? own(merging, module)?.(args, site, m) : undefined
  },
}
