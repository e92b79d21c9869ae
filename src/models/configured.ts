/** Reads options from config files of sequelize-cli, egg and Midway when no code of the project makes an instance. */

import path from 'node:path'
import {
  copy,
  keysOf,
  type Machine,
  merge,
  type Obj,
  objectAt,
  type RValue,
  type Site,
  slotAt,
  snapshot,
  startSite,
} from '../ast'
import type { Value } from '../types'
import { isFunction, isObject } from '../values'
import { relevant } from './connections'

/** Returns the environments of sequelize-cli's config file, or undefined if none can be read. */
export function configured(file: string, m: Machine): Value {
  const value = configIn(file, m)
  if (!isObject(value)) return undefined
  if (value.entries.has('dialect')) return snapshot(relevant(value, m), m)
  const cases = (keysOf(value) ?? []).map((when) => ({
    value: m.force(value.entries.get(when)?.value),
    when,
  }))
  const environments = cases.filter((one) => isObject(one.value))
  const current = environments.filter(({ when }) => when === m.hosts.environment)
  return oneOf(current.length ? current : environments, value, m)
}

function oneOf(cases: { value: RValue; when: string }[], { at }: Obj, m: Machine): Value {
  if (cases.length === 0) return undefined
  return {
    kind: 'choice',
    of: cases.map(({ value, when }) => ({ value: snapshot(relevant(value, m), m), when })),
    at,
  }
}

/** These frameworks' names for each environment of Node. */
const ALIASES: Record<string, string[]> = {
  production: ['production', 'prod'],
  development: ['development', 'local'],
  test: ['test', 'unittest'],
}

/**
 * Reads the config of egg and Midway, which make the instance themselves from `sequelize` in config.<environment>.js.
 * Its values are merged over those of config.default.js.
 */
export function frameworkConfigured(files: string[], m: Machine): Value {
  const all = files.flatMap((file) => {
    const config = configIn(file, m)
    const own = isObject(config) ? m.force(config.entries.get('sequelize')?.value) : undefined
    return own === undefined ? [] : [{ own, when: path.basename(file).split('.')[1] ?? '' }]
  })
  const base = all.find(({ when }) => when === 'default')
  const each = all
    .filter((one) => one !== base)
    .map((one) => ({ ...one, own: base ? merged(base.own, one.own, m) : one.own }))
  const environment = m.hosts.environment
  const names = environment === undefined ? [] : (ALIASES[environment] ?? [environment])
  const current = each.filter(({ when }) => names.includes(when))
  const chosen = current.length
    ? current
    : environment !== undefined && base
      ? [base]
      : [...(base ? [base] : []), ...each]
  const found = chosen.flatMap(({ own, when }) => instancesIn(own, when, m))
  const first = found.map(({ value }) => value).find(isObject)
  return first ? oneOf(found, first, m) : undefined
}

function merged(base: RValue, own: RValue, m: Machine): RValue {
  if (!isObject(base) || !isObject(own)) return own
  const site = siteAt(own.at.file, m)
  return site ? merge([copy(base, m), own], site, m) : own
}

/** Returns the instances of a config: Midway names each one under `dataSource` and adds no defaults, egg has one. */
function instancesIn(own: RValue, when: string, m: Machine): { value: RValue; when: string }[] {
  const sources = isObject(own) ? m.force(own.entries.get('dataSource')?.value) : undefined
  if (!isObject(sources)) return [{ value: withDefaults(own), when }]
  return [...sources.entries].map(([name, { value }]) => ({
    value: m.force(value),
    when: `${when}, ${name}`,
  }))
}

/** Adds the options that egg-sequelize sets if a project sets no `define` (its lib/loader.js, 5.2). */
function withDefaults(options: RValue): RValue {
  if (!isObject(options) || options.entries.has('define')) return options
  const { at } = options
  const define = objectAt(at, {
    freezeTableName: slotAt(false, at),
    underscored: slotAt(true, at),
  })
  return { ...options, entries: new Map([...options.entries, ['define', slotAt(define, at)]]) }
}

/** Returns a file's `module.exports` or `export default`; calls it if it is a function. */
function configIn(file: string, m: Machine): RValue {
  const module = m.module(file)
  if (!module) return undefined
  const whole = m.force({ kind: 'ref', module: file, file, path: [], text: file })
  const byDefault = isObject(whole) ? whole.entries.get('default')?.value : undefined
  const config = m.force(byDefault ?? whole)
  const site = isFunction(config) ? siteAt(file, m) : undefined
  return site ? m.force(m.call(config, [], undefined, site)) : config
}

function siteAt(file: string, m: Machine): Site | undefined {
  const module = m.module(file)
  return module && startSite(module)
}
