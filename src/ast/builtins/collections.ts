/** Implements Map and Set: an object with its items as `members`; those of a Map are pairs. */

import { isChoice, isList, isUnknown } from '../../values'
import { spendItems } from '../bounds'
import { itemsOf } from '../items'
import { host, list, objectAt, unknownFor } from '../making'
import type { List, Machine, Obj, RValue, Site } from '../runtime'
import { eachOf } from './lists'

interface Collection extends Obj {
  members: List
}

type Method = (self: Collection, args: RValue[], site: Site, m: Machine) => RValue

/** `new Set(values)`, `new Map(pairs)`. */
export function collectionOf(given: RValue, isMap: boolean, site: Site, m: Machine): RValue {
  const value = m.force(given)
  const items = value === undefined || value === null ? list([]) : itemsOf(value, m)
  if (!items) return unknownFor(site, 'its items are not known', value)
  const made: Collection = {
    ...objectAt(site.at),
    members: list([], items.open),
    isMap,
  }
  for (const item of items.items) {
    const pair = m.force(item)
    if (!isMap) add(made, [item], site, m)
    else if (isList(pair)) setPair(made, pair.items, site, m)
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
function indexOf({ members }: Collection, key: RValue, m: Machine, isPair: boolean): number | undefined {
  const wanted = m.force(key)
  const keys = members.items.map((item) => m.force(isPair ? partOf(item, 0) : item))
  const at = isVague(wanted) ? -1 : keys.indexOf(wanted)
  return at >= 0 || !(isVague(wanted) || members.open || keys.some(isVague)) ? at : undefined
}

const isVague = (value: RValue): boolean => isUnknown(value) || isChoice(value)

const partOf = (pair: RValue, index: 0 | 1): RValue => (isList(pair) ? pair.items[index] : undefined)

const notTold = (site: Site): RValue => unknownFor(site, 'its keys are not known')

function write({ members }: Collection, items: RValue[], m: Machine): void {
  spendItems(items.length, m)
  m.writeItems(members, items)
}

const add: Method = (self, [item], _site, m) => {
  const at = indexOf(self, item, m, false)
  if (at === undefined || at < 0) write(self, [...self.members.items, item], m)
  return self
}

const setPair: Method = (self, [key, value], _site, m) => {
  const { items } = self.members
  const at = indexOf(self, key, m, true)
  const pair = list([key, value])
  if (at === undefined || at < 0) write(self, [...items, pair], m)
  else write(self, items.with(at, pair), m)
  return self
}

const shared = (isPair: boolean): Record<string, Method> => ({
  has: (self, [key], site, m) => {
    const at = indexOf(self, key, m, isPair)
    return at === undefined ? notTold(site) : at >= 0
  },
  delete: (self, [key], site, m) => {
    const at = indexOf(self, key, m, isPair)
    if (at === undefined) self.members.open ??= unknownFor(site, 'an item is deleted from it')
    else if (at >= 0) write(self, self.members.items.toSpliced(at, 1), m)
    return at === undefined ? notTold(site) : at >= 0
  },
  clear: (self, _args, _site, m) => void write(self, [], m),
})

const ofSet: Record<string, Method> = {
  ...shared(false),
  add,
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
  ...shared(true),
  set: setPair,
  get: (self, [key], site, m) => {
    const at = indexOf(self, key, m, true)
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
