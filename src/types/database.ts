/** A live database, as far as this tool asks it. */

export type Row = Record<string, unknown>

/** A question; `:name` in it stands for a replacement, which Sequelize escapes. */
export interface Query {
  sql: string
  replacements?: Record<string, unknown>
}

/** A question together with how its answer is read. */
export interface Asked<T> extends Query {
  read(rows: Row[]): T
}

/** Which Sequelize asks, for versions and dialects place a schema differently. */
export interface Asker {
  /** As the options spell it: 'mariadb', 'mysql', 'sqlite3'. */
  dialect: string
  /** Its major version. */
  major: number
}

/** Where a connection has led to. */
export interface Whereabouts {
  database: string
  /** Name and version of the server. */
  server: string
  /** The server's whole word about itself, where it may be another that speaks the same language. */
  says?: string
  user?: string
  /** The number of the session that answers, where the database tells it. */
  session?: number
  /** Schemas in which an unqualified name is looked up, in this order; empty where there are no schemas. */
  path: string[]
  /** Whether names of tables that differ by case are one. */
  foldsTables: boolean
  /** false: a table that this user has no rights on is not shown at all. */
  seesAll: boolean
}

/** What a migration of this relation has to reckon with. */
export interface Burden {
  owner?: string
  /** Whether this user may alter it; undefined: it cannot be told. */
  mayAlter?: boolean
  /** An estimate. */
  rows?: number
  bytes?: number
}

/** Somebody who holds the relation, or may. */
export interface Holder {
  who: string
  /** Seconds since its transaction began. */
  seconds: number
  says: string
}
