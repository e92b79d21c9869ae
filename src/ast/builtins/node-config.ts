/** Implements the package `config`: merges each environment's file over the default file. */

import * as path from 'node:path'
import { isObject } from '../../values'
import { ENVIRONMENT, unknownFor } from '../making'
import type { Machine, Ref, RValue, Site } from '../runtime'
import type { Builtin } from './builtin'
import { copy, merge } from './objects'

const FILE = /^([\w-]+)\.(json5?|jsonc|c?js|ts)$/

/** The file name without its extension; '' if it is not a config file. */
const environmentOf = (file: string): string => FILE.exec(file)?.[1] ?? ''

const OTHER = /\.(ya?ml|toml|hjson|cson|properties|xml|coffee|iced)$/

/** Whether the name is an environment's; `local` files belong to one machine and are not read. */
const isEnvironment = (name: string) =>
  name !== '' && !/^(default|local|custom-environment-variables)/.test(name)

/** The value of `require('config')`; undefined without a default file, or with a file in an unsupported format. */
function settingsOf(site: Site, m: Machine): RValue {
  const folder = path.join(m.root, 'config')
  m.hosts.used?.(site.source.file, folder)
  m.config ??= { value: build(folder, site, m) }
  return m.config.value
}

function build(folder: string, site: Site, m: Machine): RValue {
  const names = m.reader.list(folder) ?? []
  const read = (name: string): RValue => {
    const file = path.join(folder, name)
    m.hosts.used?.(folder, file)
    return m.force({ kind: 'ref', module: file, file, esm: false, path: [], text: name })
  }
  const base = names.find((name) => environmentOf(name) === 'default')
  if (!base || names.some((name) => OTHER.test(name))) return undefined
  const settings = copy(read(base), m)
  fromEnvironment(
    settings,
    names.find((name) => environmentOf(name) === 'custom-environment-variables'),
    read,
    site,
    m,
  )
  const of = names
    .filter((name) => isEnvironment(environmentOf(name)))
    .map((name) => ({ value: merge([copy(settings, m), read(name)], site, m), when: name }))
  const environment = m.hosts.environment
  if (environment !== undefined)
    return of.find(({ when }) => environmentOf(when) === environment)?.value ?? settings
  return of.length ? { kind: 'choice', of: [{ value: settings, when: base }, ...of], at: site.at } : settings
}

/** Makes the settings unknown that `custom-environment-variables` lists, since the environment may override them. */
function fromEnvironment(
  settings: RValue,
  name: string | undefined,
  read: (name: string) => RValue,
  site: Site,
  m: Machine,
): void {
  if (name) merge([settings, unknownLeaves(read(name), site)], site, m)
}

function unknownLeaves(value: RValue, site: Site): RValue {
  if (!isObject(value)) return unknownFor(site, ENVIRONMENT)
  const entries = new Map(
    [...value.entries].map(
      ([key, slot]) => [key, { ...slot, value: unknownLeaves(slot.value, site) }] as const,
    ),
  )
  return { ...value, entries }
}

/** Handles `config.get('a.b')` and `config.util.loadFileConfigs(folder)`; undefined for any other call. */
function called({ module, path: names }: Ref, args: RValue[], site: Site, m: Machine): RValue {
  const method = names.filter((name) => name !== 'default')
  if (module === 'config' && method.join('.') === 'util.loadFileConfigs' && typeof args[0] === 'string')
    return build(path.resolve(m.root, args[0]), site, m)
  if (module !== 'config' || method.length !== 1 || typeof args[0] !== 'string') return undefined
  const whole = settingsOf(site, m)
  if (whole === undefined || method[0] !== 'get') return undefined
  return args[0].split('.').reduce<RValue>((value, key) => m.get(m.force(value), key, site), whole)
}

/** Reads a member of the merged settings: `config.database.options`. */
function member({ module, path: names, args, site }: Ref, m: Machine): RValue {
  if (module !== 'config' || args || !site) return undefined
  const keys = names.filter((name) => name !== 'default')
  const whole =
    keys.length && !['get', 'has', 'util'].includes(keys[0] ?? '') ? settingsOf(site, m) : undefined
  return whole === undefined
    ? undefined
    : keys.reduce<RValue>((value, key) => m.get(m.force(value), key, site), whole)
}

export const nodeConfig: Builtin = { words: ['config'], call: called, member }
