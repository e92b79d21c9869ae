/** Declares a dialect: the interface that each folder in src/dialects implements. */

import type { Asker, Burden, Holder, Query, Question, Whereabouts } from './database'
import type { Report } from './diagnoses'
import type { TableName } from './models'
import type { Relation } from './schema'

/**
 * One kind of database. A dialect is pure: io/database sends its queries.
 * A new dialect needs one folder and one line in dialects/index.ts. Parts that few commands need are getters, so that
 * they are loaded on first use.
 */
export interface Dialect {
  name: string
  /** Its names in Sequelize's options, and in ours. */
  spellings: string[]
  /** Set if Sequelize connects to it as another dialect. `server` matches the version text that tells them apart. */
  over?: { dialect: string; server: RegExp }
  /** npm packages that show that a project uses it, each with the spelling that it stands for. */
  packages: Record<string, string>
  /** npm packages that Sequelize loads for it. */
  drivers: string[]
  urls: DialectUrls
  /** Whether names that differ only in case are equal. */
  foldsCase?: true
  /** The server variable that decides whether table names that differ only in case are equal. */
  tableCase?: string
  /** Whether a copied column keeps only the storage class of its type. */
  copiesUntyped?: true
  /** Characters that Sequelize up to version 6 removes from a name before it quotes it. Version 7 doubles them. */
  drops: RegExp
  /** The length in bytes to which the database silently cuts a name. Left out if it cuts none. */
  longest?: number
  quote(name: string): string
  /** Returns the place of a model's table. If the dialect has no schemas, they become part of the name. */
  place(table: TableName, asker: Asker): TableName
  templates: DialectTemplates
  /** Returns commands that run SQL files by hand. `word` quotes for a shell. Left out if no client is known. */
  client?(files: string[], word: (text: string) => string): string
  /** How to make a throw-away database: in this process (`embedded`), or a new one on a server. */
  scratch: { embedded?: 'pglite' | 'memory'; dialectOptions?: object }
  notation: Notation
  uniques: DialectUniques
  /** Patterns for errors about a missing table or column. The first match counts. */
  wordings: Wording[]
  /** Patterns for errors of its driver and server. The first match counts. */
  faults: ConnectionFault[]
  catalog: Catalog
}

/** The URLs of a dialect. */
export interface DialectUrls {
  /** Maps each scheme to the dialect that Sequelize gets. */
  schemes: Record<string, string>
  /** The part after the scheme is a file. */
  isFile?: true
  /** The driver ignores the part after the question mark. */
  ignoresQuery?: true
}

/** The dialect's own files in templates/: `add-column.<name>.sql`. */
export interface DialectTemplates {
  /** For migrations in SQL. */
  sql: string
  /** For migrations of Sequelize, if the common templates do not fit. Only in JavaScript. */
  sequelize?: string
  /** For db-migrate, if the dialect can do more than the plain template. */
  dbMigrate?: string
  /** For db-migrate with `sqls/`, if the driver does not run a whole file at once. */
  dbMigrateSqls?: string
}

/** The syntax that a database has and others lack. */
export interface Notation {
  /** The case of an unquoted name; `unsure` if the database is unknown. */
  unquoted: 'lower' | 'kept' | 'unsure'
  /** Whether `KEY a (b)` among the columns is an index: always, by the words after it, or never (a column `key`). */
  indexes: 'always' | 'by-shape' | 'never'
  /** Words that begin no column if an index or a list of columns follows. */
  beside?: string[]
  /** First words of ALTER TABLE actions that only this database has, and that do not change columns. */
  harmless?: string[]
  /** Texts such as `'it\'s'`. */
  backslash?: boolean
  /** Quoted names such as `[name]`. */
  brackets?: boolean
  /** `#` begins a comment, and a comment that begins with `!` is code. */
  mysql?: boolean
  /** Texts such as `$tag$ … $tag$`. */
  dollar?: boolean
  /** Comments may be nested. */
  nested?: boolean
  /** A type may be any words. */
  freeTypes?: boolean
  /** `GO` alone on a line ends a batch. */
  batches?: boolean
  /** Statements may follow each other without `;`. */
  loose?: boolean
  /** Words and characters that only this database has. If empty, a text is never recognized as its SQL. */
  signs: RegExp[]
}

/** A unique key to be limited to rows that are not soft-deleted. */
export interface LiveUnique {
  table: TableName
  columns: string[]
  /** The deletion column. */
  deleted: string
  /** Set for the first unique key of its table. */
  isFirst: boolean
}

/** The abilities of unique keys. */
export interface DialectUniques {
  /** Whether an index may be limited to some rows. */
  partial: boolean
  /** Whether a unique key treats two NULLs as different. */
  nullsDiffer: boolean
  /** Returns the statement that makes a unique key for rows that are not soft-deleted. */
  live(wanted: LiveUnique): string
}

/** The content of an error about a missing table or column. */
export interface ErrorContent extends Pick<Report, 'fault'> {
  column?: string
  /** The prefix of the column, before the dot. */
  alias?: string
  /** The table as written, with its schema if it has one. */
  table?: string
}

/** The wording of one error by a database or Sequelize, in one line. */
export interface Wording {
  pattern: RegExp
  /** Reads the groups of the pattern. */
  read(...groups: string[]): ErrorContent
}

/** An error of the driver or the server, and its remedy. */
export interface ConnectionFault {
  /** A pattern of the error's code or message. */
  when: RegExp
  what: string
  todo: string
}

/** Queries to the catalog of a database. */
export interface Catalog {
  whereabouts: Question<Whereabouts>
  /** Finds every relation with one of these names, in any case and schema. */
  relations(names: string[]): Question<Relation[]>
  burden(relation: Relation): Question<Burden>
  /** Left out if the database does not show them. */
  holders?(relation: Relation): Question<Holder[]>
  /** A lock that ends with the session. Left out if the database has none. */
  advisory?: Advisory
  /** A lock that ends with the transaction, for poolers that give each transaction another session. */
  pooled?: Advisory
}

export interface Advisory {
  /** Runs before each try. */
  begin?: Query
  /** Tries to take the lock, and reads whether it was free. */
  take: Question<boolean>
  /** Releases the lock. It also runs after a failed try. */
  give: Query
}
