/** `Object.*`, and the merging that lodash does: on values as they were read, places kept. */

import { Exceeded, spendItems } from '../bounds'
import { itemsOf, keysOf } from '../items'
import {
  isUnknown,
  kindOf,
  type List,
  list,
  type Machine,
  type Obj,
  type RValue,
  type Site,
  type Slot,
} from '../runtime'
import { unknownAt } from '../source'
import { open, spreadInto } from '../spread'

type Static = (args: RValue[], site: Site, m: Machine) => RValue

const assign: Static = ([target, ...sources], site, m) => {
  const into = m.force(target)
  if (kindOf(into) === 'object')
    for (const source of sources) spreadInto(into as Obj, source, site.node, scopeOf(site), m)
  else if (['class', 'function', 'ref'].includes(kindOf(into)))
    for (const source of sources) setAll(into, source, m)
  return into
}

const scopeOf = (site: Site) => ({ names: new Map(), module: { source: site.source } }) as never

function setAll(target: RValue, source: RValue, m: Machine): void {
  const from = m.force(source)
  if (kindOf(from) !== 'object') return
  for (const [key, slot] of (from as Obj).entries) m.set(target, key, slot.value, slot)
}

const slots = (value: RValue): [string, Slot][] | undefined => {
  if (kindOf(value) === 'object') return [...(value as Obj).entries]
  if (kindOf(value) === 'class') return [...(value as Extract<RValue, { kind: 'class' }>).statics]
  return undefined
}

/** keys, values, entries: an object that is not known whole gives an open list. */
const listing =
  (pick: (key: string, slot: Slot) => RValue): Static =>
  ([value], site, m) => {
    const forced = m.force(value)
    if (kindOf(forced) === 'list')
      return list(
        (forced as List).items.map((item, index) => pick(String(index), { value: item } as Slot)),
        (forced as List).open,
      )
    const known = slots(forced)
    if (!known)
      return list(
        [],
        isUnknown(forced) ? forced : unknownAt(site.node, site.source, 'the object is not known'),
      )
    return list(
      known.map(([key, slot]) => pick(key, slot)),
      (forced as Obj).open,
    )
  }

const fromEntries: Static = ([pairs], site, m) => {
  const items = itemsOf(pairs, m)
  const made: Obj = { kind: 'object', entries: new Map(), at: site.at }
  for (const pair of items?.items ?? []) {
    const [key, value] = kindOf(pair) === 'list' ? (pair as List).items : []
    if (typeof key === 'string') made.entries.set(key, { value, at: site.at, valueAt: site.at })
    else made.open ??= unknownAt(site.node, site.source, 'a key is not known')
  }
  if (!items || items.open)
    made.open ??= items?.open ?? unknownAt(site.node, site.source, 'the entries are not known')
  return made
}

/** A getter's value is read when it is asked for: what it reads may be set later. */
function setLazily(target: RValue, key: string, read: () => RValue, { at }: Site, m: Machine): void {
  const object = m.force(target)
  if (kindOf(object) !== 'object') return
  const slot = {
    get value() {
      return read()
    },
    at,
    valueAt: at,
  }
  m.write((object as Obj).entries, key, slot)
}

export const objectStatics: Record<string, Static> = {
  assign,
  keys: listing((key) => key),
  values: listing((_key, slot) => slot.value),
  entries: listing((key, slot) => list([key, slot.value])),
  getOwnPropertyNames: listing((key) => key),
  freeze: ([value]) => value,
  seal: ([value]) => value,
  fromEntries,
  create: ([proto], site, m) =>
    assign(
      [{ kind: 'object', entries: new Map(), at: site.at }, ...(proto === null ? [] : [proto])],
      site,
      m,
    ),
  defineProperty: ([target, key, descriptor], site, m) => {
    const described = kindOf(descriptor) === 'object' ? (descriptor as Obj).entries : undefined
    const getter = described?.get('get')?.value
    if (typeof key !== 'string') return target
    if (described?.has('value')) m.set(target, key, described.get('value')!.value, described.get('value')!)
    else if (getter !== undefined) setLazily(target, key, () => m.call(getter, [], target, site), site, m)
    else
      m.set(target, key, unknownAt(site.node, site.source, 'it is defined by a descriptor'), {
        at: site.at,
        valueAt: site.at,
      })
    return target
  },
  hasOwn: ([value, key], site) => {
    const keys = keysOf(value)
    return keys && typeof key === 'string'
      ? keys.includes(key)
      : unknownAt(site.node, site.source, 'the keys are not known')
  },
}

/** `_.merge(target, ...sources)`: deep; undefined does not override. */
export const merge: Static = ([target, ...sources], site, m) => {
  const into = m.force(target)
  const merging = { m, left: MERGED }
  inBounds(into, site, () => {
    for (const source of sources) mergeInto(into, m.force(source), site, merging)
  })
  return into
}

/** `_.defaults`, `_.defaultsDeep`: the first who says it wins. */
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

/** So many objects are merged at a time, and so deep; one that holds itself would go on for ever. */
const MERGED = 5_000
const DEEPEST = 100

interface Merging {
  m: Machine
  left: number
}

/** What was merged only in part is not known. */
function inBounds(into: RValue, site: Site, run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Exceeded)) throw error
    if (kindOf(into) === 'object') open(into as Obj, unknownAt(site.node, site.source, error.message))
  }
}

/** @throws Exceeded */
function enter({ entries }: Obj, merging: Merging, depth: number): void {
  if (merging.left-- <= 0 || depth > DEEPEST) throw new Exceeded('it is merged with itself')
  spendItems(entries.size, merging.m)
}

function mergeInto(into: RValue, source: RValue, site: Site, merging: Merging, depth = 0): void {
  const { m } = merging
  if (kindOf(into) !== 'object' || source == null) return
  if (kindOf(source) !== 'object') return spreadInto(into as Obj, source, site.node, scopeOf(site), m)
  enter(source as Obj, merging, depth)
  for (const [key, slot] of (source as Obj).entries) {
    const there = (into as Obj).entries.get(key)
    if (slot.value === undefined && there) continue
    if (kindOf(there?.value) === 'object' && kindOf(slot.value) === 'object') {
      const copy: Obj = { ...(there!.value as Obj), entries: new Map((there!.value as Obj).entries) }
      mergeInto(copy, slot.value, site, merging, depth + 1)
      m.write((into as Obj).entries, key, { ...there!, value: copy })
    } else m.write((into as Obj).entries, key, slot)
  }
  const unread = (source as Obj).open
  if (unread)
    spreadInto(
      into as Obj,
      { kind: 'object', entries: new Map(), open: unread, at: site.at },
      site.node,
      scopeOf(site),
      m,
    )
}

function fill(into: RValue, source: RValue, site: Site, merging: Merging, deep: boolean, depth = 0): void {
  if (kindOf(into) !== 'object' || source == null) return
  const target = into as Obj
  if (kindOf(source) !== 'object') {
    target.open ??= isUnknown(source)
      ? source
      : unknownAt(site.node, site.source, 'the defaults are not known')
    return
  }
  enter(source as Obj, merging, depth)
  for (const [key, slot] of (source as Obj).entries) {
    const there = target.entries.get(key)
    if (!there || there.value === undefined)
      merging.m.write(target.entries, key, target.open ? { ...slot, value: target.open } : slot)
    else if (deep) fill(there.value, slot.value, site, merging, true, depth + 1)
  }
  target.open ??= (source as Obj).open
}

/** A deep copy, so that what is changed later does not change the first; what is met twice is copied once. */
export function copy(value: RValue, m: Machine, copies = new Map<RValue, RValue>()): RValue {
  const known = copies.get(value)
  if (known !== undefined) return known
  if (kindOf(value) === 'object') {
    const own = value as Obj
    spendItems(own.entries.size, m)
    const made: Obj = { ...own, entries: new Map() }
    copies.set(value, made)
    for (const [key, slot] of own.entries)
      made.entries.set(key, { ...slot, value: copy(slot.value, m, copies) })
    return made
  }
  if (kindOf(value) !== 'list') return value
  const own = value as List
  spendItems(own.items.length, m)
  const made: List = { ...own, items: [] }
  copies.set(value, made)
  made.items = own.items.map((one) => copy(one, m, copies))
  return made
}
