/** Implements the members of arrays; callbacks run once per item. */

import type { Unknown } from '../../types'
import { isClass, isList, isObject, isPrimitive } from '../../values'
import { Exceeded, spendItems, spendText } from '../bounds'
import { truthy } from '../choices'
import { isIndex } from '../items'
import { host, list, unknownFor } from '../making'
import type { List, Machine, RValue, Site } from '../runtime'

type Method = (self: List, args: RValue[], site: Site, m: Machine) => RValue

export function listMember(self: List, key: string, m: Machine): RValue {
  if (key === 'length') return self.open ? { ...self.open, why: self.open.why } : self.items.length
  if (isIndex(key)) return Number(key) < self.items.length ? self.items[Number(key)] : self.open
  if (key === 'raw') return self.raw
  const method = Object.hasOwn(methods, key) ? methods[key] : undefined
  return method
    ? host(key, (args, site) => inBounds(self, key, () => method(self, args, site, m), site, m))
    : undefined
}

/** Runs a list method; if it would make the list too long, the list becomes open. */
function inBounds(self: List, key: string, run: () => RValue, site: Site, m: Machine): RValue {
  try {
    spendItems(self.items.length, m)
    return run()
  } catch (error) {
    if (error instanceof Exceeded && changing.has(key)) self.open ??= unknownFor(site, error.message)
    throw error
  }
}

const changing = new Set(['push', 'unshift', 'splice', 'sort', 'reverse', 'fill'])

/** Appends items. @throws Exceeded if the list would become too long */
const some = (items: RValue[], more: RValue[], m: Machine): RValue[] => {
  spendItems(items.length + more.length, m)
  return [...items, ...more]
}

const each = (self: List, [callback]: RValue[], site: Site, m: Machine): RValue[] => {
  const results = self.items.map((item, index) => m.call(callback, [item, index, self], undefined, site))
  // An open list may have more items: the callback also runs with an unknown item, as an undecided branch.
  if (self.open) {
    const unread = self.open
    m.fork(
      [
        {
          when: 'there are more items',
          run: () => (m.call(callback, [unread], undefined, site), { type: 'normal' }),
        },
      ],
      site.at,
    )
  }
  return results
}

/** Applies a callback to a list that is passed as an argument, as lodash and Bluebird do. */
export const eachOf = (self: List, callback: RValue, site: Site, m: Machine): RValue[] =>
  each(self, [callback], site, m)

const filter: Method = (self, [callback], site, m) => {
  const kept: RValue[] = []
  let unread = self.open
  for (const [index, item] of self.items.entries()) {
    const test = truthy(m.force(m.call(callback, [item, index, self], undefined, site)))
    if (test !== false) kept.push(item)
    if (test === undefined) unread ??= unknownFor(site, 'the filter is not known')
  }
  return list(kept, unread)
}

/** @param none the result if no item passes */
const findItem =
  (pick: (item: RValue, index: number) => RValue, none: RValue, isReversed = false): Method =>
  (self, [callback], site, m) => {
    if (isReversed && self.open) return self.open
    const items = [...self.items.entries()]
    if (isReversed) items.reverse()
    for (const [index, item] of items) {
      const test = truthy(m.force(m.call(callback, [item, index, self], undefined, site)))
      if (test === true) return pick(item, index)
      if (test === undefined) return unknownFor(site, 'which item is found is not known')
    }
    return self.open ?? none
  }

const itself = (item: RValue) => item
const place = (_item: RValue, index: number) => index

const reduce =
  (isReversed: boolean): Method =>
  (self, [callback, ...initial], site, m) => {
    if (self.open) return unknownFor(site, self.open.why)
    const items = [...self.items.entries()]
    if (isReversed) items.reverse()
    const start = initial.length ? initial[0] : items.shift()?.[1]
    return items.reduce<RValue>(
      (sum, [index, item]) => m.call(callback, [sum, item, index, self], undefined, site),
      start,
    )
  }

const quantify =
  (stop: boolean): Method =>
  (self, [callback], site, m) => {
    for (const [index, item] of self.items.entries()) {
      const test = truthy(m.force(m.call(callback, [item, index, self], undefined, site)))
      if (test === undefined) return unknownFor(site, 'the test is not known')
      if (test === stop) return stop
    }
    return self.open ?? !stop
  }

const flatten = (items: RValue[], m: Machine, open?: Unknown): List => {
  spendItems(
    items.reduce<number>((sum, one) => sum + (isList(one) ? one.items.length : 1), 0),
    m,
  )
  const unread = items.find((one) => isList(one) && one.open !== undefined)
  return list(
    items.flatMap((one) => (isList(one) ? one.items : [one])),
    open ?? (isList(unread) ? unread.open : undefined),
  )
}

const includes: Method = (self, [wanted, from], site) => {
  if (from !== undefined) return unknownFor(site, 'where the search begins is not read')
  if (!isPrimitive(wanted)) return unknownFor(site, 'the item is not known', wanted)
  if (self.items.some((item) => item === wanted)) return true
  const vague = self.open ?? self.items.find((item) => !isPrimitive(item))
  return vague === undefined ? false : unknownFor(site, 'the list is not known')
}

const indexOf =
  (find: 'indexOf' | 'lastIndexOf'): Method =>
  (self, args, site) => {
    const vague = [...args, ...self.items].some((one) => !isPrimitive(one) && !isObject(one) && !isClass(one))
    if (self.open || vague || args.length > 1) return unknownFor(site, 'the place in the list is not known')
    return self.items[find](args[0])
  }

const isPlace = (value: RValue): value is number | undefined =>
  value === undefined || typeof value === 'number'

const slice: Method = (self, [from, to], site) =>
  isPlace(from) && isPlace(to)
    ? list(self.items.slice(from, to), self.open)
    : list(self.items, unknownFor(site, 'which part of the list is not known'))

const splice: Method = (self, [from, count, ...added], site, m) => {
  const items = some(self.items, added, m).slice(0, self.items.length)
  if (!isPlace(from) || !isPlace(count) || self.open) {
    self.open ??= unknownFor(site, 'which part of the list goes is not known')
    return self.open
  }
  const gone = items.splice(from ?? 0, count ?? items.length, ...added)
  m.writeItems(self, items)
  return list(gone)
}

/** Sorts by the callback; an unknown result of it counts as equal. */
const sort: Method = (self, [compare], site, m) => {
  const items = [...self.items]
  if (compare !== undefined) {
    items.sort((one, other) => {
      const answer = m.force(m.call(compare, [one, other], undefined, site))
      return typeof answer === 'number' ? answer : 0
    })
  } else if (items.every((one) => isPrimitive(one))) items.sort()
  m.writeItems(self, items)
  return self
}

const joinTexts: Method = (self, [separator = ','], site, m) => {
  if (self.open || self.items.some((item) => !isPrimitive(item)))
    return unknownFor(site, 'a part of it is not known')
  const letters = self.items.reduce<number>((sum, item) => sum + String(item).length, 0)
  spendText(letters + String(separator).length * self.items.length, m)
  return self.items.join(String(separator))
}

const methods: Record<string, Method> = {
  forEach: (self, args, site, m) => void each(self, args, site, m),
  map: (self, args, site, m) => list(each(self, args, site, m), self.open),
  flatMap: (self, args, site, m) => flatten(each(self, args, site, m), m),
  flat: (self, [depth = 1], site, m) => {
    if (typeof depth !== 'number') return unknownFor(site, 'how deep it is flattened is not known')
    let flat: List = self
    for (let left = depth; left > 0 && (flat === self || flat.items.some(isList)); left--)
      flat = flatten(flat.items, m, flat.open)
    return flat === self ? list(self.items, self.open) : flat
  },
  filter,
  find: findItem(itself, undefined),
  findIndex: findItem(place, -1),
  findLast: findItem(itself, undefined, true),
  findLastIndex: findItem(place, -1, true),
  toSorted: (self, args, site, m) => sort(list(self.items, self.open), args, site, m),
  toReversed: (self) => list([...self.items].reverse(), self.open),
  reduce: reduce(false),
  reduceRight: reduce(true),
  some: quantify(true),
  every: quantify(false),
  includes,
  join: joinTexts,
  indexOf: indexOf('indexOf'),
  lastIndexOf: indexOf('lastIndexOf'),
  concat: (self, args, _site, m) => {
    const more = flatten(args, m)
    return list(some(self.items, more.items, m), self.open ?? more.open)
  },
  fill: (self, [value, ...where], site, m) => {
    if (where.length) return unknownFor(site, 'which part of the list is filled is not read')
    m.writeItems(
      self,
      self.items.map(() => value),
    )
    return self
  },
  slice,
  splice,
  shift: (self, _args, _site, m) => {
    const [first, ...rest] = self.items
    m.writeItems(self, rest)
    return first ?? self.open
  },
  reverse: (self, _args, _site, m) => (m.writeItems(self, [...self.items].reverse()), self),
  sort,
  push: (self, args, _site, m) => (m.writeItems(self, some(self.items, args, m)), self.items.length),
  unshift: (self, args, _site, m) => (m.writeItems(self, some(args, self.items, m)), self.items.length),
  entries: (self) =>
    list(
      self.items.map((item, index) => list([index, item])),
      self.open,
    ),
  values: (self) => self,
  keys: (self) =>
    list(
      self.items.map((_, index) => index),
      self.open,
    ),
  at: (self, [index]) =>
    self.open && Number(index) < 0 ? self.open : (self.items.at(Number(index)) ?? self.open),
  pop: (self, _args, _site, m) => {
    const last = self.items.at(-1)
    m.writeItems(self, self.items.slice(0, -1))
    return self.open ?? last
  },
}
