/** Creates a temporary database of the project's dialect: embedded if possible, else on a server the user names. */

import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import { dialectNamed } from '../../dialects'
import { Failure } from './failure'
import type { Instance, Options, SequelizeClass } from './sequelize'
import { optionsOfUrl } from './url'

export interface Scratch {
  instance: Instance
  /** Description for the report. */
  server: string
  end(): Promise<void>
}

/** Keeps only the options that affect tables; connection settings are dropped. */
function shaping({ define, schema, quoteIdentifiers, timezone, dialectModule }: Options): Options {
  const kept = { define, schema, quoteIdentifiers, timezone, dialectModule }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
}

/**
 * @param extensions Postgres extensions that the migrations create
 * @throws Failure that says what to install or to pass
 */
export async function openScratch(
  Sequelize: SequelizeClass,
  wanted: { start: string; dialect: string; options: Options; url?: string; extensions: string[] },
): Promise<Scratch> {
  const { start, dialect, options, url, extensions } = wanted
  if (url !== undefined)
    return onServer(Sequelize, optionsOfUrl(url, 'What --scratch-url was given'), options)
  const kind = dialectNamed(dialect)?.scratch.embedded
  if (kind === 'pglite') return embeddedPostgres(Sequelize, start, options, extensions)
  if (kind === 'memory') return inMemory(Sequelize, options, dialect)
  throw new Failure(
    `There is no embedded ${dialect}: migrations are replayed in a new database on a server of yours.`,
    'Name one that may be used for that: --scratch-url mysql://user:password@host.',
  )
}

function inMemory(Sequelize: SequelizeClass, options: Options, dialect: string): Scratch {
  const own = { ...shaping(options), dialect, storage: ':memory:', logging: false }
  const instance = new Sequelize(own)
  return { instance, server: 'SQLite in memory', end: () => instance.close() }
}

interface Pglite {
  close(): Promise<void>
}

async function embeddedPostgres(
  Sequelize: SequelizeClass,
  start: string,
  options: Options,
  extensions: string[],
): Promise<Scratch> {
  const theirs = requireIn(start)
  const { PGlite } = embedded<{ PGlite: { create(options: object): Promise<Pglite> } }>(theirs, '')
  const { createPgConfig } = embedded<{ createPgConfig(db: Pglite): object }>(theirs, '/node-postgres')
  const pg: { Client: new (config: object) => Client } = theirs('pg')
  const db = await PGlite.create({ extensions: contrib(theirs, extensions) })
  const instance = new Sequelize({
    ...shaping(options),
    dialect: 'postgres',
    dialectModule: {
      ...pg,
      Client: sharedClient((config) => new pg.Client({ ...config, ...createPgConfig(db) })),
    },
    logging: false,
  })
  const end = async () => {
    await instance.close().catch(() => undefined)
    await db.close()
  }
  return { instance, server: 'embedded Postgres', end }
}

interface Client {
  connect(): Promise<void>
  query(...args: unknown[]): unknown
  on(event: 'error', heard: () => void): void
}

/**
 * Embedded Postgres has one session, but a migration may query beside its own transaction, which needs several
 * connections. All connections of the pool share one client, and their queries wait for each other.
 */
function sharedClient(make: (config: object) => Client): unknown {
  let opened: { client: Client; connected: Promise<void> } | undefined
  const open = (config: object) => {
    const client = make(config)
    client.on('error', () => undefined)
    return { client, connected: client.connect() }
  }
  return class extends EventEmitter {
    readonly connection = new EventEmitter()
    readonly one: { client: Client; connected: Promise<void> }
    constructor(readonly config: object) {
      super()
      opened ??= open(config)
      this.one = opened
    }
    connect(done: (error: unknown) => void): void {
      this.one.connected.then(() => done(null), done)
    }
    query(...args: unknown[]): unknown {
      return this.one.client.query(...args)
    }
    end(done?: () => void): void {
      this.emit('end')
      done?.()
    }
  }
}

type Load = (name: string) => ReturnType<NodeJS.Require>

/** Loads the project's own copy, else the copy beside this tool. */
function requireIn(start: string): Load {
  const theirs = createRequire(path.join(start, 'package.json'))
  return (name) => {
    try {
      return theirs(name)
    } catch (error) {
      if (!/pglite/.test(name)) throw error
      return require(name)
    }
  }
}

const PGLITE = '@electric-sql/pglite'

function embedded<T>(load: Load, part: string): T {
  try {
    return load(PGLITE + part)
  } catch (error) {
    throw new Failure(
      'Embedded Postgres is not installed here.',
      `Install it: npm install --save-dev ${PGLITE}@^0.5. Or name a server by --scratch-url.`,
      error,
    )
  }
}

/** Loads the extensions that embedded Postgres ships; a migration that needs another one fails with a message. */
function contrib(load: Load, names: string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = name.replaceAll('-', '_')
      try {
        return [[own, load(`${PGLITE}/contrib/${own}`)[own]]]
      } catch {
        return []
      }
    }),
  )
}

async function onServer(Sequelize: SequelizeClass, server: Options, options: Options): Promise<Scratch> {
  const dialect = dialectNamed(server.dialect ?? '')
  if (!dialect || dialect.urls.isFile)
    throw new Failure(
      '--scratch-url names no server.',
      'Write it as postgres://user@host, or mysql:, mariadb:, mssql:.',
    )
  const name = `deletedat_replay_${randomBytes(6).toString('hex')}`
  const reach = { ...server, logging: false }
  const admin = new Sequelize(reach)
  await admin.query(`CREATE DATABASE ${dialect.quote(name)}`, {})
  const dialectOptions = { ...server.dialectOptions, ...dialect.scratch.dialectOptions }
  const instance = new Sequelize({ ...shaping(options), ...reach, dialectOptions, database: name })
  const end = async () => {
    await instance.close().catch(() => undefined)
    await admin.query(`DROP DATABASE ${dialect.quote(name)}`, {})
    await admin.close()
  }
  return { instance, server: `a scratch database on ${server.host}`, end }
}
