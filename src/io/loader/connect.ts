/** Opens a connection for the tool with the project's Sequelize, driver and settings. */

import path from 'node:path'
import { dialectNamed, oneOf, optionsNamed } from '../../dialects'
import { isSamePlace, type Place, placeText } from './elsewhere'
import { Failure, messageOf } from './failure'
import { fieldsOf, isObject } from './foreign'
import { load, mainOf } from './load'
import { type FoundOptions, findOptions } from './options'
import type { Connected, Journal, Source } from './protocol'
import { secretsInOptions } from './secrets'
import {
  decorating,
  dialectOf,
  disarm,
  type Instance,
  type Library,
  librariesIn,
  type Options,
  type SequelizeClass,
} from './sequelize'

export interface Connection {
  about: Connected
  /** A single connection that stays open: it keeps the lock of its session, and nothing waits for a second one. */
  instance: Instance
  /** Creates a similar instance, which connects at its first query. */
  another(): Instance
  /** The project's own instance, or a second one made as the project makes it; its models are defined on it. */
  project: Instance
  libraries: [Library, ...Library[]]
}

/** Receives every credential; `complete` is true for those of the connection. */
type Hide = (secrets: string[], complete: boolean) => void

/**
 * @param hide receives every credential before it is used
 * @param patience timeout of the server in milliseconds
 * @throws Failure
 */
export async function connect(source: Source, hide: Hide, patience = PATIENCE): Promise<Connection> {
  const found = librariesIn(source)
  for (const { library } of found) disarm(library)
  const { options, from, project, warnings = [] } = await settingsOf(source, hide)
  hide(secretsInOptions(options), true)
  const its = found.find(({ library }) => project instanceof library.Sequelize) ?? found[0]
  const fitting = project ? classOf(project, its.library.Sequelize) : its.library.Sequelize
  let session: number | undefined
  const hooks = {
    afterConnect(driver: unknown) {
      const { processID } = fieldsOf(driver)
      if (typeof processID === 'number') session ??= processID
    },
  }
  const quiet = { define: {}, logging: false, benchmark: false, hooks }
  const another = () => make(fitting, { ...options, ...quiet, ...SINGLE })
  const instance = another()
  await reach(instance, options, patience)
  const about = {
    dialect: dialectOf(instance),
    ...placeOf(options),
    ...(session !== undefined && { session }),
    environment: source.environment,
    from,
    sequelize: its.version,
    tls: Boolean(options.dialectOptions?.ssl ?? options.ssl),
    warnings,
    journal: journalOf(options, source.start),
  }
  return {
    about,
    instance,
    another,
    project: project ?? make(decorating(source.start, fitting), { ...options, logging: false }),
    // The library in use comes first: a project that migrates to version 7 has both.
    libraries: [its.library, ...found.flatMap((one) => (one === its ? [] : one.library))],
  }
}

/** Milliseconds; shorter than the parent's timeout for the answer. */
const PATIENCE = 20_000

/** The pool keeps its one connection and opens no second. */
const SINGLE = { pool: { max: 1, min: 0, idle: 2 ** 31 - 1, evict: 2 ** 31 - 1, acquire: PATIENCE } }

const classOf = (project: Instance, usual: SequelizeClass): SequelizeClass =>
  typeof project.constructor === 'function' ? project.constructor : usual

async function settingsOf(source: Source, hide: Hide): Promise<FoundOptions & { project?: Instance }> {
  if (!source.instance) return findOptions(source, (secrets) => hide(secrets, false))
  const shown = path.relative(source.start, source.instance).split(path.sep).join('/')
  const project = await instanceIn(source.instance, shown)
  return { options: optionsOf(project), from: shown, project }
}

/** @throws Failure when the file exports no instance */
export async function instanceIn(file: string, shown: string): Promise<Instance> {
  const exports = await load(file)
  const main = await mainOf(exports)
  const candidates = [
    main,
    exports,
    fieldsOf(main).sequelize,
    exports.sequelize,
    exports.db,
    exports.connection,
  ]
  const found = candidates.find(isInstance)
  if (found) return found
  throw new Failure(
    `${shown} gives away no Sequelize instance.`,
    'Name the file whose default export, or `sequelize`, is what `new Sequelize(...)` made.',
  )
}

const isInstance = (value: unknown): value is Instance =>
  isObject(value) && typeof value.query === 'function' && typeof value.authenticate === 'function'

/** Up to version 6 only `config` holds the user and the password; version 7 keeps the original options. */
function optionsOf({ options, config, rawOptions }: Instance): Options {
  const { database, username, password, host, port } = config ?? {}
  const known = Object.entries({ database, username, password, host, port }).filter(
    ([, value]) => value != null,
  )
  const { hooks: _, models: __, ...rest } = rawOptions ?? options
  return { ...rest, ...Object.fromEntries(rawOptions ? [] : known) }
}

export function make(Sequelize: SequelizeClass, options: Options): Instance {
  try {
    return new Sequelize(options)
  } catch (error) {
    throw unmade(error, options)
  }
}

function unmade(error: unknown, { dialect }: Options): Failure {
  const says = messageOf(error)
  const driver =
    /install (?:the )?['"`]?([\w@/-]+)['"`]? package|Cannot find (?:module|package) '([^']+)'/i.exec(says)
  const missing = driver?.[1] ?? driver?.[2]
  if (missing)
    return new Failure(`The driver ${missing} is not installed here.`, `Install it: npm install ${missing}.`)
  if (!dialect)
    return new Failure(
      'The configuration names no dialect.',
      `Add one: dialect: ${oneOf(
        optionsNamed().map((name) => `"${name}"`),
        'or',
      )}.`,
    )
  return new Failure(
    'Sequelize cannot be set up as it is configured.',
    'Check the options of the connection.',
    error,
  )
}

/** Connects at once, so that a wrong password is reported as such. */
async function reach(instance: Instance, options: Options, patience: number): Promise<void> {
  // The first connection does not come from the pool and has no timeout.
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timeout expired (${patience / 1000} s)`)), patience)
  })
  try {
    await Promise.race([instance.authenticate(), timeout])
  } catch (error) {
    const known = dialectNamed(dialectOf(instance))
    throw new ConnectionFailure(messageOf(error), known?.name, placeText(placeOf(options)))
  } finally {
    clearTimeout(timer)
  }
}

/** A connection error; the dialect explains its message. */
export class ConnectionFailure extends Error {
  constructor(
    readonly says: string,
    readonly dialect: string | undefined,
    readonly where: string,
  ) {
    super(says)
  }
}

/** The database of an instance, if it differs from the connected one. */
export function elsewhere(instance: Instance, { about }: Pick<Connection, 'about'>): string | undefined {
  const place = placeOf(optionsOf(instance))
  return isSamePlace(place, about) ? undefined : placeText(place)
}

function placeOf({ host, port, database, storage }: Options): Place {
  if (storage !== undefined) return { database: String(storage) }
  return {
    ...(host && { host: String(host) }),
    ...(port && { port: Number(port) }),
    ...(database && { database: String(database) }),
  }
}

function journalOf(options: Options, start: string): Journal {
  const { migrationStorage = 'sequelize', migrationStorageTableName = 'SequelizeMeta' } = options
  const { migrationStorageTableSchema: schema, migrationStoragePath = 'sequelize-meta.json' } = options
  return {
    storage: migrationStorage === 'sequelize' || migrationStorage === 'json' ? migrationStorage : 'none',
    table: { name: String(migrationStorageTableName), ...(typeof schema === 'string' && { schema }) },
    ...(migrationStorage === 'json' && { path: path.resolve(start, String(migrationStoragePath)) }),
  }
}
