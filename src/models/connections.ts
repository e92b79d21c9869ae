/** `new Sequelize(...)`, Nest's `forRoot`, config files: what every model of a project inherits. */

import path from 'node:path'
import { isTextual, type Machine, type Ref, type RValue, snapshot } from '../ast'
import type { Origin, Value } from '../types'
import { isChoice, isObject } from '../values'
import { instanceRef } from './packages'

/** Options that an instance was made with, and where. */
export interface Connection {
  options: Value
  at: Origin
  /** The package whose instance it is: sequelize-typescript's own models register with no other. */
  module: string
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

const emptyOptions = ({ site }: Ref): RValue =>
  site && {
    kind: 'object',
    entries: new Map(),
    at: site.at,
  }

/** What a model can inherit, and what may change it as it is defined; the rest (loggers, credentials) is left where it is. */
const inherited = ['define', 'schema', 'dialect', 'defaultTimestampPrecision', 'hooks']

export function relevant(options: RValue, m: Machine): RValue {
  if (isChoice(options)) {
    const { of, at } = options
    return { kind: 'choice', of: of.map((one) => ({ ...one, value: relevant(m.force(one.value), m) })), at }
  }
  if (!isObject(options)) return options
  const entries = [...options.entries].filter(([key]) => inherited.includes(key))
  return { ...options, entries: new Map(entries) }
}

/** The options behind a receiver of `define` or the `sequelize` option; undefined when it cannot be followed. */
export function inheritedBy(instance: RValue, m: Machine): Value {
  const value = m.force(instance)
  const ref = instanceRef(value)
  if (ref) return optionsOfInstance(ref, m)
  if (!isChoice(value)) return undefined
  const cases = value.of
    .map(({ value: one, when }) => ({ ref: instanceRef(m.force(one)), when }))
    .flatMap(({ ref, when }) => (ref ? [{ value: optionsOfInstance(ref, m), when }] : []))
  if (cases.length === 0) return undefined
  return { kind: 'choice', of: cases, at: value.at }
}

/** What a model inherits when its own instance cannot be followed: what all connections of the project agree on. */
export function projectWide(known: Connection[], isDecorated: boolean): Value {
  // What no run reaches, as in a script of the tests, is no candidate where another is reached.
  const reached = known.filter(({ unattended }) => !unattended)
  const all = reached.length ? reached : known
  const fitting = isDecorated ? all.filter(({ module }) => module !== 'sequelize') : all
  const connections = fitting.length ? fitting : all
  const [first, ...others] = connections
  if (!first) return undefined
  if (others.length === 0) return first.options
  const of = connections.map(({ options, at }) => ({
    value: options,
    when: `${path.win32.basename(at.file)}:${at.line}`,
  }))
  return { kind: 'choice', of, at: first.at }
}
