/** Declares the queries to a live database and their results. */

export type Row = Record<string, unknown>

/** A query. `:name` in it stands for a replacement, which Sequelize escapes. */
export interface Query {
  sql: string
  replacements?: Record<string, unknown>
}

/** A query with the function that reads its rows. */
export interface Question<T> extends Query {
  read(rows: Row[]): T
}

/** The Sequelize that sends a query: versions and dialects place a schema differently. */
export interface Asker {
  /** The dialect as spelled in the options: 'mariadb', 'mysql', 'sqlite3'. */
  dialect: string
  /** Its major version. */
  major: number
}

/** The database that a connection reached. */
export interface Whereabouts {
  database: string
  /** Name and version of the server. */
  server: string
  /** The full version text, if another server may use the same protocol. */
  says?: string
  user?: string
  /** The number of the session, if the database shows it. */
  session?: number
  /** Schemas that are searched for an unqualified name, in this order. Empty if the database has no schemas. */
  path: string[]
  /** Whether table names that differ only in case are equal. */
  foldsTables: boolean
  /** `false` means that the catalog hides tables on which this user has no rights. */
  seesAll: boolean
}

/** Facts of a relation that matter before a migration alters it. */
export interface Burden {
  owner?: string
  /** Whether this user may alter it, or undefined if that is unknown. */
  mayAlter?: boolean
  /** The estimated number of rows. */
  rows?: number
  bytes?: number
}

/** A session that holds a lock on the relation, or may hold one. */
export interface Holder {
  who: string
  /** Seconds since its transaction began. */
  seconds: number
  says: string
}
