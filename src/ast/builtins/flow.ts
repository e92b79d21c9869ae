/** Implements packages that run functions one after another or once per item: async, p-map, co. */

import { isFunction, isList, isObject } from '../../values'
import { list, unknownFor } from '../making'
import type { Machine, Ref, RValue, Site } from '../runtime'
import type { Builtin } from './builtin'
import { eachOf } from './lists'

const ASYNC = ['async', 'neo-async']
/** `async.eachLimit(list, 2, iteratee, callback)` and its relatives. */
const PER_ITEM = /^(each|forEach|map|concat|filter|reject|every|some|detect|groupBy)(Series|Limit)?$/
/** `async.series({ a, b }, callback)`; a list of functions is run like any list that an unread function receives. */
const PER_TASK = /^(series|parallel|parallelLimit)$/

function ofAsync(name: string, args: RValue[], site: Site, m: Machine): RValue {
  const [first, ...rest] = args.map((one) => m.force(one))
  const [does, done] = rest.filter(isFunction)
  const unknown = unknownFor(site, 'an unread function hands it over')
  if (PER_ITEM.test(name) && isList(first)) {
    const results = eachOf(first, does, site, m)
    if (done) m.call(done, [null, unknown], undefined, site)
    return list(results)
  }
  if (!PER_TASK.test(name) || !isObject(first)) return undefined
  for (const { value } of first.entries.values()) m.call(value, [unknown], undefined, site)
  if (does) m.call(does, [null, unknown], undefined, site)
  return unknown
}

/** Packages whose only function takes a list and a function. */
const MAPS = ['p-map', 'p-each-series', 'p-map-series', 'p-filter']

const nameOf = ({ module, path }: Ref): string =>
  path.filter((one) => one !== 'default').at(-1) ?? module.split('/').at(-1) ?? ''

export const flow: Builtin = {
  words: [...ASYNC, ...MAPS, 'co'],
  call(callee, args, site, m) {
    const { module } = callee
    const [library = ''] = module.split('/')
    if (ASYNC.includes(library)) return ofAsync(nameOf(callee), args, site, m)
    if (MAPS.includes(module)) {
      const items = m.force(args[0])
      return isList(items) ? list(eachOf(items, args[1], site, m)) : undefined
    }
    return module === 'co' && nameOf(callee) === 'wrap' ? args[0] : undefined
  },
}
