/** Implements `Object.*` and the merge functions of lodash; values keep their places in the source. */

import { isClass, isFunction, isList, isObject, isRef, isUnknown } from '../../values'
import { Exceeded, spendItems } from '../bounds'
import { truthy } from '../choices'
import { hasKey, itemsOf } from '../items'
import { list, objectAt, slotAt, unknownFor } from '../making'
import type { List, Machine, Obj, RValue, Site, Slot } from '../runtime'
import { open, spreadInto } from '../spread'

type Static = (args: RValue[], site: Site, m: Machine) => RValue

const assign: Static = ([target, ...sources], site, m) => {
  const into = m.force(target)
  if (isObject(into)) for (const source of sources) spreadInto(into, source, site.node, site.source, m)
  else if (isClass(into) || isFunction(into) || isRef(into))
    for (const source of sources) setAll(into, source, m)
  else if (isList(into)) into.open ??= unknownFor(site, 'what is assigned to the list is not read')
  return into
}

function setAll(target: RValue, source: RValue, m: Machine): void {
  const from = m.force(source)
  if (!isObject(from)) return
  for (const [key, slot] of from.entries) m.set(target, key, slot.value, slot)
}

const slots = (value: RValue): [string, Slot][] | undefined => {
  if (isObject(value)) return [...value.entries]
  if (isClass(value)) return [...value.statics]
  return undefined
}

/** Implements `keys`, `values` and `entries`; an open or unknown object results in an open list. */
const listing =
  (pick: (key: string, slot: Pick<Slot, 'value'>) => RValue): Static =>
  ([value], site, m) => {
    const forced = m.force(value)
    if (isList(forced))
      return list(
        forced.items.map((item, index) => pick(String(index), { value: item })),
        forced.open,
      )
    const known = slots(forced)
    if (!known) return list([], isUnknown(forced) ? forced : unknownFor(site, 'the object is not known'))
    return list(
      known.map(([key, slot]) => pick(key, slot)),
      isObject(forced) ? forced.open : undefined,
    )
  }

const fromEntries: Static = ([pairs], site, m) => {
  const items = itemsOf(pairs, m)
  const made = objectAt(site.at)
  for (const pair of items?.items ?? []) {
    const [key, value] = isList(pair) ? pair.items : []
    if (typeof key === 'string') made.entries.set(key, slotAt(value, site.at))
    else made.open ??= unknownFor(site, 'a key is not known')
  }
  if (!items || items.open) made.open ??= items?.open ?? unknownFor(site, 'the entries are not known')
  return made
}

/** Defines a property by its descriptor. One that is new and not enumerable is read like an inherited one. */
function define(given: RValue, key: string, descriptor: RValue, site: Site, m: Machine): void {
  const target = m.force(given)
  const described = isObject(descriptor) && !descriptor.open ? descriptor.entries : undefined
  const slot =
    described && (described.get('value') ?? fromGetter(described.get('get')?.value, target, site, m))
  if (!slot) {
    const unread = unknownFor(site, 'it is defined by a descriptor')
    return m.set(target, key, unread, slotAt(unread, site.at))
  }
  if (!isObject(target)) return 'get' in slot ? undefined : m.set(target, key, slot.value, slot)
  const isShown = target.entries.has(key) || truthy(m.force(described?.get('enumerable')?.value))
  if (isShown !== false) return m.write(target.entries, key, slot)
  const hidden: Obj = { ...objectAt(site.at), made: target.made }
  target.made = hidden
  m.write(hidden.entries, key, slot)
}

/** The getter runs only on access, since the values that it reads may be set later. */
function fromGetter(getter: RValue, target: RValue, site: Site, m: Machine): Slot | undefined {
  if (getter === undefined) return undefined
  return {
    get value() {
      return m.call(getter, [], target, site)
    },
    at: site.at,
    valueAt: site.at,
  }
}

function defineAll(target: RValue, given: RValue, site: Site, m: Machine): RValue {
  const descriptors = m.force(given)
  const into = m.force(target)
  if (descriptors === undefined) return into
  if (isObject(descriptors))
    for (const [key, slot] of descriptors.entries) define(into, key, m.force(slot.value), site, m)
  const unread = isObject(descriptors) ? descriptors.open : unknownFor(site, 'its properties are not known')
  if (unread && isObject(into)) open(into, unread)
  return into
}

export const objectStatics = {
  assign,
  keys: listing((key) => key),
  values: listing((_key, slot) => slot.value),
  entries: listing((key, slot) => list([key, slot.value])),
  getOwnPropertyNames: listing((key) => key),
  freeze: ([value]) => value,
  seal: ([value]) => value,
  fromEntries,
  create: ([given, descriptors], site, m) => {
    const proto = m.force(given)
    const inherited = isObject(proto)
      ? { class: proto.class, made: proto }
      : proto !== null && { made: proto }
    return defineAll({ ...objectAt(site.at), ...inherited }, descriptors, site, m)
  },
  defineProperty: ([target, key, descriptor], site, m) => {
    if (typeof key === 'string') define(target, key, m.force(descriptor), site, m)
    return target
  },
  defineProperties: ([target, descriptors], site, m) => defineAll(target, descriptors, site, m),
  hasOwn: ([value, key], site) => {
    const has = typeof key === 'string' ? hasKey(value, key) : undefined
    return has ?? unknownFor(site, 'the keys are not known')
  },
} satisfies Record<string, Static>

const merging =
  (undefinedCounts: boolean): Static =>
  ([target, ...sources], site, m) => {
    const into = m.force(target)
    const merging = { m, left: MERGED, undefinedCounts }
    inBounds(into, site, () => {
      for (const source of sources) mergeInto(into, m.force(source), site, merging)
    })
    return into
  }

/** `_.merge(target, ...sources)`: merges deeply; undefined does not override a value. */
export const merge: Static = merging(false)

/** `deepmerge(first, second)`: merges deeply; undefined overrides a value. */
export const deepmerge: Static = merging(true)

/** `_.defaults`, `_.defaultsDeep`: the first object that has a key wins. */
export const defaults =
  (deep: boolean): Static =>
  ([target, ...sources], site, m) => {
    const into = m.force(target)
    const merging = { m, left: MERGED }
    inBounds(into, site, () => {
      for (const source of sources) fill(into, m.force(source), site, merging, deep)
    })
    return into
  }

/** The most objects, and the greatest depth, of one merge; merging an object that contains itself would never end. */
const MERGED = 5_000
const DEEPEST = 100

interface Merging {
  m: Machine
  left: number
  /** Whether an undefined value overrides, as it does for deepmerge. */
  undefinedCounts?: boolean
}

/** Runs a merge; if it exceeds a limit, the target becomes open. */
function inBounds(into: RValue, site: Site, run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Exceeded)) throw error
    if (isObject(into)) open(into, unknownFor(site, error.message))
  }
}

/** Counts one object of a merge. @throws Exceeded */
function enter({ entries }: Obj, merging: Merging, depth: number): void {
  if (merging.left-- <= 0 || depth > DEEPEST) throw new Exceeded('it is merged with itself')
  spendItems(entries.size, merging.m)
}

function mergeInto(into: RValue, source: RValue, site: Site, merging: Merging, depth = 0): void {
  const { m } = merging
  if (!isObject(into) || source == null) return
  if (!isObject(source)) return spreadInto(into, source, site.node, site.source, m)
  enter(source, merging, depth)
  for (const [key, slot] of source.entries) {
    const there = into.entries.get(key)
    if (slot.value === undefined && there && !merging.undefinedCounts) continue
    if (isObject(there?.value) && isObject(slot.value)) {
      const copy: Obj = { ...there.value, entries: new Map(there.value.entries) }
      mergeInto(copy, slot.value, site, merging, depth + 1)
      m.write(into.entries, key, { ...there, value: copy })
    } else m.write(into.entries, key, slot)
  }
  const unread = source.open
  if (unread) spreadInto(into, { ...objectAt(site.at), open: unread }, site.node, site.source, m)
}

function fill(target: RValue, source: RValue, site: Site, merging: Merging, deep: boolean, depth = 0): void {
  if (!isObject(target) || source == null) return
  if (!isObject(source)) {
    target.open ??= isUnknown(source) ? source : unknownFor(site, 'the defaults are not known')
    return
  }
  enter(source, merging, depth)
  for (const [key, slot] of source.entries) {
    const there = target.entries.get(key)
    if (!there || there.value === undefined)
      merging.m.write(target.entries, key, target.open ? { ...slot, value: target.open } : slot)
    else if (deep) fill(there.value, slot.value, site, merging, true, depth + 1)
  }
  target.open ??= source.open
}

/** Makes a deep copy; an object that occurs twice is copied once. */
export function copy(value: RValue, m: Machine, copies = new Map<RValue, RValue>()): RValue {
  const known = copies.get(value)
  if (known !== undefined) return known
  if (isObject(value)) {
    spendItems(value.entries.size, m)
    const made: Obj = { ...value, entries: new Map() }
    copies.set(value, made)
    for (const [key, slot] of value.entries)
      made.entries.set(key, { ...slot, value: copy(slot.value, m, copies) })
    return made
  }
  if (!isList(value)) return value
  spendItems(value.items.length, m)
  const made: List = { ...value, items: [] }
  copies.set(value, made)
  made.items = value.items.map((one) => copy(one, m, copies))
  return made
}
