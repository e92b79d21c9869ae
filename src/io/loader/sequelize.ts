/** Types and helpers for the parts of the project's own Sequelize (versions 4 to 7) that the tool uses. */

import { createRequire } from 'node:module'
import path from 'node:path'
import { Failure } from './failure'
import type { Source } from './protocol'

export interface Options extends Record<string, unknown> {
  dialect?: string
  username?: string
  password?: string | null
  host?: string
  port?: number | string
  database?: string
  storage?: string
  dialectOptions?: Record<string, unknown>
}

export interface Instance {
  options: Options
  config?: Options
  /** Version 7. */
  rawOptions?: Options
  dialect?: { name?: string }
  models: Record<string, ModelClass> | Iterable<ModelClass>
  constructor: SequelizeClass
  /** Returns the rows and the driver's metadata. */
  query(sql: string, options: object): Promise<unknown[]>
  authenticate(): Promise<void>
  close(): Promise<void>
  getDialect?(): string
  /** Up to version 6 a function creates it. */
  queryInterface?: object
  getQueryInterface?(): object
  transaction<T>(work: (transaction: object) => Promise<T>): Promise<T>
  addModels?(models: unknown[]): void
}

export type SequelizeClass = (new (
  options: object,
) => Instance) & {
  version?: string
  addHook?(name: string, work: (instance: Instance) => void): void
  /** Version 7. */
  hooks?: { addListener(name: string, work: (instance: Instance) => void): void }
}

export interface Attribute {
  type?: { constructor: { name: string }; values?: string[]; options?: { values?: string[] } }
  allowNull?: boolean
  defaultValue?: unknown
  autoIncrement?: boolean
  primaryKey?: boolean
  references?: unknown
  field?: string
  columnName?: string
}

export interface ModelClass {
  name: string
  sequelize?: Instance
  options?: { paranoid?: unknown; timestamps?: unknown }
  rawAttributes?: Record<string, Attribute>
  associations?: Record<string, { target: ModelClass }>
  getTableName?(): string | { tableName: string; schema?: string }
  _timestampAttributes?: { deletedAt?: string }
  modelDefinition?: {
    table: { tableName: string; schema?: string }
    timestampAttributeNames: { deletedAt?: string }
    attributes: Map<string, Attribute>
  }
  prototype: object
  init(...args: unknown[]): unknown
  associate?(models: Record<string, ModelClass>): void
  findOne(options?: object): Promise<Row | null>
  count(options?: object): Promise<number>
  create(values: object, options: object): Promise<Row>
}

export interface Row {
  destroy(options: object): Promise<void>
  get(name: string): unknown
}

export interface Library {
  Sequelize: SequelizeClass
  DataTypes: Record<string, unknown>
  Model: (new () => object) & { init(this: ModelClass, ...args: unknown[]): ModelClass | undefined }
}

interface Installed {
  version: string
  library: Library
}

/** @throws Failure when Sequelize is not installed */
export function librariesIn({
  start,
  instance,
}: Pick<Source, 'start' | 'instance'>): [Installed, ...Installed[]] {
  const requireFrom = createRequire(instance ?? path.join(start, 'package.json'))
  const [first, ...others] = ['sequelize', '@sequelize/core'].flatMap((name) => {
    if (!isInstalled(requireFrom, name)) return []
    const library: Library = requireFrom(name)
    return [{ library, version: versionOf(requireFrom, name) ?? library.Sequelize.version ?? '6' }]
  })
  if (first) return [first, ...others]
  throw new Failure('Sequelize is not installed here.', 'Install what the project needs: npm install.')
}

function isInstalled(requireFrom: NodeJS.Require, name: string): boolean {
  try {
    requireFrom.resolve(name)
    return true
  } catch {
    return false
  }
}

const DECORATING = 'sequelize-typescript'

/** Only the subclass from sequelize-typescript accepts decorated models. */
export function decorating(start: string, usual: SequelizeClass): SequelizeClass {
  const requireFrom = createRequire(path.join(start, 'package.json'))
  try {
    const { Sequelize }: Library = requireFrom(DECORATING)
    return Sequelize.prototype instanceof usual ? Sequelize : usual
  } catch {
    return usual
  }
}

function versionOf(requireFrom: NodeJS.Require, name: string): string | undefined {
  try {
    return requireFrom(`${name}/package.json`).version
  } catch {
    return undefined
  }
}

/**
 * Disables `sync()` and `drop()`: they change tables, and files that are only loaded may call them.
 *
 * @param isTheirs whether the project made this instance; sequelize-cli's own instance needs `sync()` for its list
 */
export function disarm({ Sequelize, Model }: Library, isTheirs = (_instance: unknown) => true): void {
  const places = [
    [Sequelize.prototype, (self: unknown) => self],
    [Model, (self: unknown) => Reflect.get(Object(self), 'sequelize')],
  ] as const
  for (const [place, instanceOf] of places)
    for (const name of ['sync', 'drop'] as const) {
      const original: unknown = Reflect.get(place, name)
      const value = async function (this: unknown, ...args: unknown[]) {
        if (!isTheirs(instanceOf(this)) && typeof original === 'function') return original.apply(this, args)
      }
      Object.defineProperty(place, name, { value, configurable: true, writable: true })
    }
}

/** The dialect's name in the options, even if the dialect is a class, as in version 7. */
export const dialectOf = (instance: Instance): string =>
  instance.getDialect?.() ?? instance.dialect?.name ?? String(instance.options.dialect)
