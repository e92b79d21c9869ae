/** A promise is read as the value it brings: `await` and `.then` look through it. */

import { host, kindOf, type List, list, type Machine, type Obj, type RValue } from '../runtime'

export function promiseMember(target: RValue, key: string, m: Machine): RValue {
  if (key !== 'then' && key !== 'finally' && key !== 'catch') return undefined
  if (kindOf(target) === 'object' && (target as Obj).entries.has(key)) return undefined
  // What a package's promise brings is not read, unless the reader asks for all that may run.
  const skips =
    !m.hosts.runCallbacks &&
    (kindOf(target) === 'unknown' || kindOf(target) === 'ref' || kindOf(target) === 'primitive')
  return host(key, ([callback], site, self) => {
    if (skips) return self
    if (key === 'then') return callback === undefined ? self : m.call(callback, [self], undefined, site)
    if (key === 'finally') m.call(callback, [], undefined, site)
    else if (callback !== undefined)
      m.fork(
        [{ when: 'it fails', run: () => (m.call(callback, [], undefined, site), { type: 'normal' }) }],
        site.at,
        true,
      )
    return self
  })
}

const settled = ([values]: RValue[], m: Machine): RValue => {
  const forced = m.force(values)
  return kindOf(forced) === 'list' ? list((forced as List).items, (forced as List).open) : forced
}

export const promiseStatics = (m: Machine): Record<string, (args: RValue[]) => RValue> => ({
  all: (args) => settled(args, m),
  allSettled: (args) => settled(args, m),
  resolve: ([value]) => value,
  race: (args) => settled(args, m),
})
