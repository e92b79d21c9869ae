/** Determines the options that models inherit from `new Sequelize(...)`, Nest's `forRoot` or config files. */

import path from 'node:path'
import { isTextual, type Machine, objectAt, type Ref, type RValue, snapshot } from '../ast'
import type { Entry, Origin, Value } from '../types'
import { isChoice, isObject } from '../values'
import { instanceRef } from './packages'

/** The options of an instance, and the place that makes it. */
export interface Connection {
  options: Value
  at: Origin
  /** The instance's package: models of sequelize-typescript register only with its own instances. */
  module: string
  /** Whether the instance is made in a function whose callers are unknown. */
  unattended: boolean
}

/** Returns the options of `new Sequelize`: (options), (url, options), (database, user, password, options). */
export function optionsArgument(args: RValue[], m: Machine): RValue {
  // `new Sequelize(process.env.DATABASE_URL)` passes a text and no options.
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

const emptyOptions = ({ site }: Ref): RValue => site && objectAt(site.at)

/** Options that a model inherits, or that may change its definition; others (loggers, credentials) are not copied. */
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

/**
 * Returns the options of a receiver of `define` or of the `sequelize` option; undefined if it cannot be followed.
 *
 * @param isMerged whether the model's own options hold `define` already, as the hooks left it
 */
export function inheritedBy(instance: RValue, m: Machine, isMerged = false): Value {
  const value = m.force(instance)
  const ref = instanceRef(value)
  if (ref) return isMerged ? withoutMerged(optionsOfInstance(ref, m)) : optionsOfInstance(ref, m)
  if (!isChoice(value)) return undefined
  const cases = value.of
    .map(({ value: one, when }) => ({ ref: instanceRef(m.force(one)), when }))
    .flatMap(({ ref, when }) => (ref ? [{ value: optionsOfInstance(ref, m), when }] : []))
  if (cases.length === 0) return undefined
  return { kind: 'choice', of: cases, at: value.at }
}

function withoutMerged(options: Value): Value {
  if (!isObject(options)) return options
  const { at } = options
  const none: Entry = { value: { kind: 'object', entries: new Map(), at }, at, valueAt: at }
  return { ...options, entries: new Map([...options.entries, ['define', none], ['hooks', none]]) }
}

/** Returns the options of all the project's connections, for a model whose own instance cannot be followed. */
export function projectWide(known: Connection[], isDecorated: boolean): Value {
  // A connection that no run reaches, as in a script of the tests, does not count if a run reaches another one.
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
