/** Follows borrowed calls of a package's method: `call`, `apply`, `bind` and `Reflect.apply`. */

import { isList, isRef } from '../values'
import { host } from './making'
import type { Machine, Ref, RValue, Site } from './runtime'

/** Calls a function with this `self`; a method of a package is answered by the host, as if `self` had been called. */
export function callWith(fn: RValue, self: RValue, args: RValue[], site: Site, m: Machine): RValue {
  const method = isRef(fn) ? methodIn(fn, m) : undefined
  const known = method === undefined ? undefined : m.hosts.method?.(self, method, args, site)
  return known !== undefined ? known : m.call(fn, args, self, site)
}

/** The name of the method that a reference like `sequelize.define` stands for; undefined if the host knows none. */
function methodIn({ path }: Ref, m: Machine): string | undefined {
  const name = path.at(-1)
  return name !== undefined && m.hosts.isMethod?.(name) ? name : undefined
}

/** Handles `method.call(self, …)`, `method.apply(self, […])` and `method.bind(self)`; undefined for other members. */
export function borrow(method: Ref, key: string, args: RValue[], site: Site, m: Machine): RValue {
  if (methodIn(method, m) === undefined) return undefined
  const [self, ...rest] = args
  if (key === 'call') return callWith(method, self, rest, site, m)
  if (key === 'apply') return callWith(method, self, argumentsIn(rest[0], m), site, m)
  if (key !== 'bind') return undefined
  return host(key, (more, place) => callWith(method, self, [...rest, ...more], place, m))
}

/** The arguments in a list; if not all are known, the unknown ones come last as one. */
export function argumentsIn(given: RValue, m: Machine): RValue[] {
  const forced = m.force(given)
  if (isList(forced)) return forced.open ? [...forced.items, forced.open] : forced.items
  return forced === undefined || forced === null ? [] : [forced]
}
