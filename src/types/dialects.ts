/** What this tool knows of one database: the contract of a folder in src/dialects. */

import type { Asked, Asker, Burden, Holder, Query, Whereabouts } from './database'
import type { Report } from './diagnoses'
import type { TableName } from './models'
import type { Relation } from './schema'

/**
 * One database. Pure: its questions are asked by io/database.
 * Adding one = one folder, one line in dialects/index.ts. A part that few commands need is a getter, so that it is
 * loaded when it is asked for.
 */
export interface Dialect {
  name: string
  /** What it is called in Sequelize's options, and in ours. */
  spellings: string[]
  /** Set where Sequelize connects to it as to another dialect, of which the server's word tells it apart. */
  over?: { dialect: string; server: RegExp }
  /** npm packages that tell it, each with the spelling that it stands for. */
  packages: Record<string, string>
  /** npm packages that Sequelize loads for it. */
  drivers: string[]
  urls: DialectUrls
  /** Whether names that differ only by case are one. */
  foldsCase?: true
  /** The setting of the server that tells whether tables whose names differ only by case are one. */
  tableCase?: string
  /** Whether a copy of a column keeps nothing of its type but how values are stored. */
  copiesUntyped?: true
  /** Signs that Sequelize leaves out of a name before it quotes it, up to version 6; version 7 doubles them. */
  drops: RegExp
  /** Bytes after which the database cuts a name off, and says nothing. Left out: it cuts none. */
  longest?: number
  quote(name: string): string
  /** Where a model's table lies: schemas are part of the name where the dialect has none. */
  place(table: TableName, asker: Asker): TableName
  templates: DialectTemplates
  /** What runs files of SQL by hand, as commands; `word` quotes for a shell. Left out: none is known. */
  client?(files: string[], word: (text: string) => string): string
  /** What a throw-away database of it can be: in this process, or a new one on a server. */
  scratch: { embedded?: 'pglite' | 'memory'; dialectOptions?: object }
  notation: Notation
  uniques: DialectUniques
  /** How it words an error of a table or a column that is not there; the first that fits holds. */
  wordings: Wording[]
  /** Messages of its driver and server; the first that fits holds. */
  faults: ConnectionFault[]
  catalog: Catalog
}

/** How it is written as a URL. */
export interface DialectUrls {
  /** Each scheme, and the dialect that Sequelize is given for it. */
  schemes: Record<string, string>
  /** What comes after the scheme is a file. */
  isFile?: true
  /** What stands behind the question mark is nothing that its driver knows. */
  ignoresQuery?: true
}

/** Which files of templates/ are its own: `add-column.<name>.sql`. */
export interface DialectTemplates {
  /** For migrations in SQL. */
  sql: string
  /** For migrations of Sequelize, where the common ones do not serve; JavaScript alone. */
  sequelize?: string
  /** For db-migrate, where the plain one is not all it can do. */
  dbMigrate?: string
}

/** What a database's notation has that others lack. */
export interface Notation {
  /** What an unquoted name becomes; `unsure` where the database is not known. */
  unquoted: 'lower' | 'kept' | 'unsure'
  /** Whether `KEY a (b)` among the columns is an index: always, by what follows, or never (a column named key). */
  indexes: 'always' | 'by-shape' | 'never'
  /** Words that begin something else among the columns, where an index or a list of columns follows. */
  beside?: string[]
  /** First words of actions of ALTER TABLE that only this database has, and that leave the columns as they are. */
  harmless?: string[]
  /** `'it\'s'` */
  backslash?: boolean
  /** `[name]` */
  brackets?: boolean
  /** `#` begins a comment, and a comment that begins with `!` is code. */
  mysql?: boolean
  /** `$tag$ … $tag$` */
  dollar?: boolean
  /** A comment inside a comment. */
  nested?: boolean
  /** A type is any words. */
  freeTypes?: boolean
  /** `GO` alone on a line ends a batch. */
  batches?: boolean
  /** Statements need no `;` between them. */
  loose?: boolean
  /** Words and signs that no other database knows; none: a text is never taken for its own. */
  signs: RegExp[]
}

/** A unique that is to hold for rows that are not soft-deleted. */
export interface LiveUnique {
  table: TableName
  columns: string[]
  /** The deletion column. */
  deleted: string
  /** Set for the first of its table. */
  isFirst: boolean
}

/** What uniques can do. */
export interface DialectUniques {
  /** Whether an index may hold for some of the rows. */
  partial: boolean
  /** Whether two NULLs are different to a unique. */
  nullsDiffer: boolean
  /** The statement that makes one hold for rows that are not soft-deleted. */
  live(wanted: LiveUnique): string
}

/** What an error of a table or a column that is not there says. */
export interface Said extends Pick<Report, 'fault'> {
  column?: string
  /** What stands before the column's dot. */
  alias?: string
  /** As it is written, with its schema where it has one. */
  table?: string
}

/** How a database, or Sequelize, words one fault in one line. */
export interface Wording {
  pattern: RegExp
  /** What the groups of the pattern say. */
  read(...groups: string[]): Said
}

/** What the driver or the server says when it does not work, and what helps. */
export interface ConnectionFault {
  /** Codes of the error, or a pattern of its message. */
  when: RegExp
  what: string
  todo: string
}

/** Questions about what is there. */
export interface Catalog {
  whereabouts: Asked<Whereabouts>
  /** Every relation that bears one of these names, whatever its case and schema. */
  relations(names: string[]): Asked<Relation[]>
  burden(relation: Relation): Asked<Burden>
  /** Left out: the database does not tell. */
  holders?(relation: Relation): Asked<Holder[]>
  /** A lock that ends with the session. Left out: there is none. */
  advisory?: Advisory
  /** Where a pooler gives each transaction another session: one that ends with its transaction. */
  pooled?: Advisory
}

export interface Advisory {
  /** Before each try. */
  begin?: Query
  /** Whether it was free. */
  take: Asked<boolean>
  /** Also after a try that failed. */
  give: Query
}
