/** `new Sequelize(...)`, Nest's `forRoot`, config files: what every model of a project inherits. */

import {
  isFromEnvironment,
  isTextual,
  keysOf,
  kindOf,
  type Machine,
  type Obj,
  type RChoice,
  type Ref,
  type RValue,
  type Site,
  snapshot,
} from '../ast'
import type { Origin, Value } from '../types'
import { instanceRef, isRef } from './packages'

/** Options that an instance was made with, and where. */
export interface Connection {
  options: Value
  at: Origin
  /** Made in a function that was entered without knowing its callers. */
  unattended: boolean
}

/** The argument of `new Sequelize(...)` that holds the options: (options), (url, options), (database, user, password, options). */
function optionsArgument(args: RValue[], m: Machine): RValue {
  // `new Sequelize(process.env.DATABASE_URL)`: a text, and no options.
  const place = args.length <= 2 ? args.length - 1 : 3
  const value = m.force(args[place])
  if (place > 0 || typeof value === 'object') return isTextual(value) ? undefined : value
  return undefined
}

const read = new WeakMap<Ref, Value>()

export function optionsOfInstance(ref: Ref, m: Machine): Value {
  if (!read.has(ref))
    read.set(ref, snapshot(relevant(optionsArgument(ref.args ?? [], m), m) ?? emptyOptions(ref), m))
  return read.get(ref)
}

const emptyOptions = (ref: Ref): RValue => ({
  kind: 'object',
  entries: new Map(),
  at: ref.site?.at as Origin,
})

/** What a model can inherit, and what may change it as it is defined; the rest (loggers, credentials) is left where it is. */
const inherited = ['define', 'schema', 'dialect', 'defaultTimestampPrecision', 'hooks']

function relevant(options: RValue, m: Machine): RValue {
  if (kindOf(options) === 'choice') {
    const { of, at } = options as RChoice
    return { kind: 'choice', of: of.map((one) => ({ ...one, value: relevant(m.force(one.value), m) })), at }
  }
  if (kindOf(options) !== 'object') return options
  const isOwn = (key: string, value: RValue) => key === 'schema' && isDeploymentsOwn(m.force(value), m)
  const entries = [...(options as Obj).entries].filter(
    ([key, { value }]) => inherited.includes(key) && !isOwn(key, value),
  )
  return { ...(options as Obj), entries: new Map(entries) }
}

/**
 * A schema that only the environment names is where this deployment keeps everything, migrations included: the default one.
 * (Where it is unset, Sequelize itself falls back to that.)
 */
function isDeploymentsOwn(value: RValue, m: Machine): boolean {
  if (kindOf(value) === 'choice')
    return (value as RChoice).of.every((one) => one.value == null || isDeploymentsOwn(m.force(one.value), m))
  return isFromEnvironment(value)
}

/** The options behind a receiver of `define` or the `sequelize` option; undefined when it cannot be followed. */
export function inheritedBy(instance: RValue, m: Machine): Value {
  const value = m.force(instance)
  const ref = instanceRef(value)
  if (ref) return optionsOfInstance(ref, m)
  if (kindOf(value) !== 'choice') return undefined
  const cases = (value as RChoice).of
    .map(({ value: one, when }) => ({ value: instanceRef(m.force(one)), when }))
    .filter((one) => one.value)
  if (cases.length === 0) return undefined
  return {
    kind: 'choice',
    of: cases.map(({ value: one, when }) => ({ value: optionsOfInstance(one!, m), when })),
    at: (value as RChoice).at,
  }
}

/** `SequelizeModule.forRoot({ ... })`, `forRootAsync({ useFactory: () => ({ ... }) })`. */
export function nestConnection(
  callee: RValue,
  args: RValue[],
  site: Site,
  m: Machine,
): Omit<Connection, 'unattended'> | undefined {
  if (!isRef(callee) || callee.module !== '@nestjs/sequelize') return undefined
  const method = callee.path.at(-1)
  if (method !== 'forRoot' && method !== 'forRootAsync') return undefined
  const given = m.force(args[0])
  if (method === 'forRoot') return { options: snapshot(relevant(given, m), m), at: site.at }
  const factory = kindOf(given) === 'object' ? (given as Obj).entries.get('useFactory')?.value : undefined
  const options = factory === undefined ? given : m.call(factory, [], undefined, site)
  return { options: snapshot(relevant(m.force(options), m), m), at: site.at }
}

/** What a model inherits when its own instance cannot be followed: what all connections of the project agree on. */
export function projectWide(connections: Connection[]): Value {
  if (connections.length === 0) return undefined
  if (connections.length === 1) return connections[0]!.options
  const of = connections.map(({ options, at }) => ({
    value: options,
    when: `${at.file.split(/[\\/]/).pop()}:${at.line}`,
  }))
  return { kind: 'choice', of, at: connections[0]!.at }
}

/** sequelize-cli's config file: its environments, or undefined when it holds none that can be read. */
export function configured(file: string, m: Machine): Value {
  const module = m.module(file)
  if (!module) return undefined
  const whole = m.force({ kind: 'ref', module: file, file, path: [], text: file })
  const named = kindOf(whole) === 'object' ? (whole as Obj).entries.get('default')?.value : undefined
  const config = m.force(named ?? whole)
  const value = kindOf(config) === 'function' ? m.call(config, [], undefined, siteIn(module)) : config
  if (kindOf(value) !== 'object') return undefined
  if ((value as Obj).entries.has('dialect')) return snapshot(relevant(value, m), m)
  const environments = (keysOf(value) ?? []).filter(
    (key) => kindOf((value as Obj).entries.get(key)!.value) === 'object',
  )
  if (environments.length === 0) return undefined
  const of = environments.map((when) => ({
    value: snapshot(relevant((value as Obj).entries.get(when)!.value, m), m),
    when,
  }))
  return { kind: 'choice', of, at: (value as Obj).at }
}

const siteIn = (module: NonNullable<ReturnType<Machine['module']>>): Site => ({
  node: module.source.program,
  source: module.source,
  at: { file: module.file, line: 1, column: 1, span: [0, 0] },
  stack: [],
})
