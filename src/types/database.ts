/** A live database, as far as this tool asks it. */

import type { TableName } from './models'
import type { Relation } from './schema'

export type DialectName = 'postgres' | 'mysql' | 'sqlite' | 'mssql'

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
  /** Version of the server, in its own words. */
  server: string
  user?: string
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

/** What the driver or the server says when it does not work, and what helps. */
export interface ConnectionFault {
  /** Codes of the error, or a pattern of its message. */
  when: RegExp
  what: string
  todo: string
}

/**
 * How one database names, types, locks and describes. Pure: its questions are asked by io/database.
 * Adding one = one file, one line in dialects/index.ts.
 */
export interface Dialect {
  name: DialectName
  /** What it is called in Sequelize's options. */
  spellings: string[]
  /** The npm package that Sequelize needs for it, by spelling. */
  driver(spelling: string): string
  quote(name: string): string
  /** Where a model's table lies: schemas are part of the name where the dialect has none. */
  place(table: TableName, asker: Asker): TableName
  whereabouts: Asked<Whereabouts>
  /** Every relation that bears one of these names, whatever its case and schema. */
  relations(names: string[]): Asked<Relation[]>
  burden(relation: Relation): Asked<Burden>
  /** Left out: the database does not tell. */
  holders?(relation: Relation): Asked<Holder[]>
  /** A lock that ends with the session; `take` answers whether it was free. Left out: there is none. */
  advisory?: { take: Asked<boolean>; give: Query }
  /** Messages of this database's driver and server. */
  faults: ConnectionFault[]
}
