/** Reads Nest's connections: `SequelizeModule.forRoot({ ... })`, `forRootAsync({ useFactory: () => ({ ... }) })`. */

import { type Machine, type RValue, type Site, snapshot, unknownFor } from '../ast'
import { isClass, isFunction, isObject, isRef } from '../values'
import { type Connection, relevant } from './connections'
import { handed, made } from './injected'

const PACKAGE = '@nestjs/sequelize'
const RUN_TIME = 'Nest makes it at run time'

export function nestConnection(
  callee: RValue,
  args: RValue[],
  site: Site,
  m: Machine,
): Omit<Connection, 'unattended'> | undefined {
  if (!isRef(callee) || callee.module !== PACKAGE) return undefined
  const method = callee.path.at(-1)
  if (method !== 'forRoot' && method !== 'forRootAsync') return undefined
  const given = m.force(args[0])
  const options = method === 'forRoot' ? given : asynchronous(given, site, m)
  return { options: snapshot(relevant(m.force(options), m), m), at: site.at, module: PACKAGE }
}

/** Calls the factory, or `createSequelizeOptions` of the class, that makes the options. */
function asynchronous(given: RValue, site: Site, m: Machine): RValue {
  const entries = isObject(given) ? given.entries : undefined
  const factory = entries?.get('useFactory')?.value
  const fn = m.force(factory)
  if (isFunction(fn)) return m.call(fn, handed(fn, fn.node.params, RUN_TIME, m), undefined, site)
  if (factory !== undefined) return m.call(factory, [], undefined, site)
  const maker = m.force(entries?.get('useClass')?.value ?? entries?.get('useExisting')?.value)
  if (!isClass(maker)) return unknownFor(site, RUN_TIME)
  const self = made(maker, RUN_TIME, site, m)
  return m.call(m.get(self, 'createSequelizeOptions', site), [], self, site)
}
