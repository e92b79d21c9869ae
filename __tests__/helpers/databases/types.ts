/** What a test may know of a database. */

import type { Options } from 'sequelize'

export type DatabaseName = 'postgres' | 'mariadb' | 'pglite' | 'sqlite'

/** One empty database. */
export interface TestDatabase {
  dialect: 'postgres' | 'mysql' | 'sqlite'
  /** For `new Sequelize(options)`; close it again, a connection that stays open keeps others waiting. */
  options: Options
  /** The text of a sequelize-cli config file for it. */
  config: string
  /** For DATABASE_URL; SQLite has none. */
  url?: string
}

export interface Server {
  /** A new empty database; the one before it is gone. */
  fresh(): Promise<TestDatabase>
  /** Leaves nothing behind. */
  stop(): Promise<void>
}

export interface DatabaseKind {
  /** JavaScript that fails, with the reason on stderr, where the server cannot be used. Absent: always there. */
  probe?: string
  start(): Promise<Server>
}
