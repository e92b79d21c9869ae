/** Isolates the process: the project's code can define models but reaches no database, no network and no exit. */

import Module from 'node:module'
import { dialects, optionFor, otherDialects } from '../../dialects'
import { refused, shutDoors, shutSockets } from './doors'
import { lent } from './lent'
import type { Instance, Library } from './sequelize'

/**
 * Must be called before any code of the project is loaded.
 *
 * @param reaches `nothing`, as models do that are only looked at; `no socket`, as migrations do on an embedded database;
 * `a server`, as migrations do on one that the user names
 */
export function isolate(reaches: 'nothing' | 'no socket' | 'a server'): void {
  if (reaches === 'nothing') shutDoors()
  if (reaches === 'no socket') shutSockets()
  process.exit = (code): never => {
    throw new Error(`process.exit(${code ?? ''}) was called`)
  }
  lendDrivers()
}

const DRIVERS = new Set([
  ...dialects.flatMap(({ drivers }) => drivers),
  ...otherDialects.map(({ driver }) => driver),
])

/** Sequelize loads its driver when an instance is created; a driver that is missing or not built gets a stand-in. */
function lendDrivers(): void {
  const original: (name: string, ...rest: unknown[]) => unknown = Reflect.get(Module, '_load')
  const load = function (this: unknown, name: string, ...rest: unknown[]) {
    try {
      return original.call(this, name, ...rest)
    } catch (error) {
      if (DRIVERS.has(name)) return lent()
      throw error
    }
  }
  Reflect.set(Module, '_load', load)
}

/** All instances that the project creates, in order. */
export const instances: Instance[] = []

/** Records instances and prevents them from querying a database. */
export function tame({ Sequelize }: Library): void {
  const answer = (value: unknown) => ({ value: async () => value, configurable: true, writable: true })
  Object.defineProperties(Sequelize.prototype, {
    authenticate: answer(undefined),
    sync: answer(undefined),
    databaseVersion: answer('0'),
    query: { value: () => Promise.reject(refused('a query')), configurable: true, writable: true },
  })
  const noted = (instance: Instance) => void instances.push(instance)
  if (Sequelize.hooks) Sequelize.hooks.addListener('afterInit', noted)
  else Sequelize.addHook?.('afterInit', noted)
}

const CONNECTION =
  /(?:^|_)(?:DATABASE|DB|POSTGRES\w*|PG|MYSQL|MARIADB|SQL|JAWSDB|CLEARDB)\w*_(?:URL|URI|DSN)$|^(?:DB|PG)_?URL$/i

const DIALECT = /^(?:\w+_)?DIALECT$/i

/** Variables that the project's own files read and that are not set. */
export const unset = new Set<string>()

/** Whether the frame that read the variable is a file of the project, not of a package. */
const byProject = (stack = ''): boolean => {
  const asker =
    stack
      .split('\n')
      .slice(1)
      .find((frame) => !frame.includes(__filename)) ?? ''
  return !/node_modules|node:internal/.test(asker) && /[\\/]/.test(asker)
}

/** Code that reads an unset variable for a URL or a dialect gets a placeholder that leads nowhere. */
export function lendVariables(dialect = 'postgres'): void {
  const lent = (name: string) => {
    if (CONNECTION.test(name)) return `${optionFor(dialect)}://localhost/none`
    return DIALECT.test(name) ? optionFor(dialect) : undefined
  }
  process.env = new Proxy(process.env, {
    get(variables, name) {
      if (typeof name !== 'string' || variables[name] !== undefined) return Reflect.get(variables, name)
      const value = lent(name)
      if (value === undefined && byProject(new Error().stack)) unset.add(name)
      return value
    },
  })
}
