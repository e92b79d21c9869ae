/** Implements Map and Set: an object with its items as `members`; those of a Map are pairs. */

import { isChoice, isList, isRef, isUnknown } from '../../values'
import { spendItems } from '../bounds'
import { itemsOf } from '../items'
import { host, list, objectAt, unknownFor } from '../making'
import type { List, Machine, Obj, RValue, Site } from '../runtime'
import { eachOf } from './lists'

interface Collection extends Obj {
  members: List
}

type Members = Pick<Collection, 'members' | 'isMap'>

type Method = (self: Collection, args: RValue[], site: Site, m: Machine) => RValue

/** `new Set(values)`, `new Map(pairs)`. */
export function collectionOf(given: RValue, isMap: boolean, site: Site, m: Machine): RValue {
  const value = m.force(given)
  const items = value === undefined || value === null ? list([]) : itemsOf(value, m)
  if (!items) return unknownFor(site, 'its items are not known', value)
  const made: Collection = { ...objectAt(site.at), members: list([], items.open), isMap }
  spendItems(items.items.length, m)
  for (const item of items.items) {
    const pair = m.force(item)
    if (!isMap) put(item, made, m)
    else if (isList(pair)) put(list([pair.items[0], pair.items[1]]), made, m)
    else made.members.open ??= unknownFor(site, 'a pair of it is not known')
  }
  return made
}

export const isCollection = (value: Obj): value is Collection => value.members !== undefined

export function collectionMember(self: Collection, key: string, m: Machine): RValue {
  if (key === 'size') return self.members.open ?? self.members.items.length
  const method = methods(self)[key]
  return method && host(key, (args, site) => method(self, args, site, m))
}

/** The index of an item; -1 if there is none, undefined if that cannot be told. */
function indexOf({ members, isMap }: Members, key: RValue, m: Machine): number | undefined {
  const wanted = m.force(key)
  const indexes = indexesOf(members.items, isMap === true, m)
  const at = isVague(wanted) ? undefined : indexes.get(wanted)
  return at ?? (isVague(wanted) || members.open || indexes.has(VAGUE) ? undefined : -1)
}

const VAGUE = Symbol('vague')

const isVague = (value: RValue): boolean => isUnknown(value) || isChoice(value)

type Indexes = Map<RValue | typeof VAGUE, number>

/** The index of each key, kept for the array: the items of a list are replaced, and never changed in place. */
const known = new WeakMap<RValue[], Indexes>()

function indexesOf(items: RValue[], isMap: boolean, m: Machine): Indexes {
  const indexes: Indexes = known.get(items) ?? new Map()
  if (known.has(items)) return indexes
  known.set(items, indexes)
  for (const [at, item] of items.entries()) {
    const key = isMap ? partOf(item, 0) : item
    // What a reference leads to may be known later.
    if (isRef(key)) known.delete(items)
    const value = m.force(key)
    const noted = isVague(value) ? VAGUE : value
    if (!indexes.has(noted)) indexes.set(noted, at)
  }
  return indexes
}

const partOf = (pair: RValue, index: 0 | 1): RValue => (isList(pair) ? pair.items[index] : undefined)

const notTold = (site: Site): RValue => unknownFor(site, 'its keys are not known')

function write({ members }: Collection, items: RValue[], m: Machine): void {
  spendItems(items.length, m)
  m.writeItems(members, items)
}

/** Adds an item to members that nothing else holds yet. */
function put(item: RValue, { isMap, members }: Members, m: Machine): void {
  const { items } = members
  const key = isMap ? partOf(item, 0) : item
  const at = indexOf({ isMap, members }, key, m)
  if (at === undefined || at < 0) {
    const indexes = known.get(items)
    if (isRef(key)) known.delete(items)
    else indexes?.set(isVague(key) ? VAGUE : key, items.length)
    items.push(item)
  } else if (isMap) items[at] = item
}

/** Writes a copy of the items with one more. */
function add(self: Collection, item: RValue, m: Machine): RValue {
  const before = self.members.items
  const items = [...before]
  const indexes = known.get(before)
  if (indexes) known.set(items, indexes)
  known.delete(before)
  put(item, { isMap: self.isMap, members: { ...self.members, items } }, m)
  write(self, items, m)
  return self
}

const shared: Record<string, Method> = {
  has: (self, [key], site, m) => {
    const at = indexOf(self, key, m)
    return at === undefined ? notTold(site) : at >= 0
  },
  delete: (self, [key], site, m) => {
    const at = indexOf(self, key, m)
    if (at === undefined) self.members.open ??= unknownFor(site, 'an item is deleted from it')
    else if (at >= 0) write(self, self.members.items.toSpliced(at, 1), m)
    return at === undefined ? notTold(site) : at >= 0
  },
  clear: (self, _args, _site, m) => void write(self, [], m),
}

const ofSet: Record<string, Method> = {
  ...shared,
  add: (self, [item], _site, m) => add(self, item, m),
  forEach: ({ members }, [callback], site, m) => void eachOf(members, callback, site, m),
  values: ({ members }) => list(members.items, members.open),
  keys: ({ members }) => list(members.items, members.open),
}

const parts =
  (index: 0 | 1): Method =>
  ({ members }) =>
    list(
      members.items.map((pair) => partOf(pair, index)),
      members.open,
    )

const ofMap: Record<string, Method> = {
  ...shared,
  set: (self, [key, value], _site, m) => add(self, list([key, value]), m),
  get: (self, [key], site, m) => {
    const at = indexOf(self, key, m)
    return at === undefined ? notTold(site) : partOf(self.members.items[at], 1)
  },
  forEach: (self, [callback], site, m) => {
    const turn = host('forEach', ([pair]) =>
      m.call(callback, [partOf(pair, 1), partOf(pair, 0), self], undefined, site),
    )
    eachOf(self.members, turn, site, m)
  },
  entries: ({ members }) => list(members.items, members.open),
  keys: parts(0),
  values: parts(1),
}

const methods = ({ isMap }: Obj): Record<string, Method | undefined> => (isMap ? ofMap : ofSet)
