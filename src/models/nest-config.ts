/** Reads `@nestjs/config`: `configService.get('a.b')` returns what `ConfigModule.forRoot({ load: [...] })` loads. */

import { type Machine, type Ref, type RValue, type Site, slotAt, unknownFor } from '../ast'
import { isChoice, isFunction, isList, isObject, isRef } from '../values'

const PACKAGE = '@nestjs/config'

/** The configurations that the modules load, in order. */
const loaded = new WeakMap<Machine, RValue[]>()

/** Records the configuration that a call of ConfigModule loads. */
export function noteLoaded(callee: RValue, args: RValue[], site: Site, m: Machine): void {
  if (!isRef(callee) || callee.module !== PACKAGE || !/^for(?:Root|Feature)$/.test(callee.path.at(-1) ?? ''))
    return
  const given = m.force(args[0])
  const load = isObject(given) ? m.force(given.entries.get('load')?.value) : given
  const some = isList(load) ? load.items : load === undefined ? [] : [load]
  loaded.set(m, [...(loaded.get(m) ?? []), ...some.map((one) => settingsOf(m.force(one), site, m))])
}

/** Calls a factory; `registerAs('database', factory)` puts the result under the key `database`. */
function settingsOf(load: RValue, site: Site, m: Machine): RValue {
  if (isFunction(load) || isChoice(load)) return m.force(m.call(load, [], undefined, site))
  if (!isRef(load) || load.path.at(-1) !== 'registerAs' || typeof load.args?.[0] !== 'string')
    return undefined
  const value = m.force(m.call(load.args[1], [], undefined, site))
  return {
    kind: 'object',
    entries: new Map([[load.args[0], slotAt(value, site.at)]]),
    at: site.at,
  }
}

/** Returns the result of the service's `get` or `getOrThrow`, or undefined for any other call. */
export function nestConfig(receiver: RValue, method: string, args: RValue[], site: Site, m: Machine): RValue {
  if (!isService(receiver) || !/^get(?:OrThrow)?$/.test(method)) return undefined
  const path = m.force(args[0])
  if (typeof path !== 'string') return undefined
  const keys = path.split('.')
  const holder = (loaded.get(m) ?? []).filter((one) => tells(one, keys[0] ?? '', m)).at(-1)
  return holder === undefined
    ? unknownFor(site, `the configuration says "${path}" at run time`)
    : keys.reduce<RValue>((value, key) => m.get(m.force(value), key, site), holder)
}

const tells = (config: RValue, key: string, m: Machine): boolean =>
  isChoice(config)
    ? config.of.some(({ value }) => tells(m.force(value), key, m))
    : isObject(config) && config.entries.has(key)

/** Whether a value is ConfigService: the class stands for the instance that Nest makes. */
export const isService = (value: RValue): value is Ref =>
  isRef(value) && value.module === PACKAGE && value.path.at(-1) === 'ConfigService' && !value.args
