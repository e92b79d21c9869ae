/** What is said between this program and the process that runs the project's code. Plain data both ways. */

import type { Reflection, TableName } from '../../types'

/** How the database is reached, as it was asked for. */
export interface Source {
  /** Absolute: the folder where sequelize-cli would be started. */
  start: string
  environment: string
  /** --url */
  url?: string
  /** --sequelize: absolute, a file that gives away the project's own instance. */
  instance?: string
  /** --config, or a config file that lies beside the migrations: absolute. */
  config?: string
}

/** The variable by which sequelize-cli's config gets it, as JSON. */
export const SOURCE = 'DELETEDAT_CODEMOD_SOURCE'

/** The variable by which the watchdog of a program beside the tool is told whom it ends with. */
export const PARENT = 'DELETEDAT_CODEMOD_PARENT'

/** What was connected to. Never a password. */
export interface Connected {
  /** As Sequelize's options spell it. */
  dialect: string
  host?: string
  port?: number
  database?: string
  /** The number of the session, as the driver was told it. */
  session?: number
  environment: string
  /** Where the connection is configured: a file below the start folder, '--url', 'DATABASE_URL'. */
  from: string
  /** Version of the project's Sequelize. */
  sequelize: string
  /** Whether TLS is asked for. */
  tls: boolean
  /** What sequelize-cli would make of it otherwise, as sentences. */
  warnings: string[]
  journal: Journal
}

/** Where sequelize-cli notes which migrations ran. */
export interface Journal {
  storage: 'sequelize' | 'json' | 'none'
  table: TableName
  /** Absolute; of the json storage. */
  path?: string
}

/** A file, and the models that it was read to define. */
export interface ModelFile {
  /** Absolute. */
  file: string
  names: string[]
}

export interface LoadedModel {
  name: string
  table: TableName
  /** What the column is called that Sequelize will use; absent where it uses none. */
  column?: string
  /** Where its instance leads to, if that is not what was connected to. */
  elsewhere?: string
  /** Names to include others by, and whether the other is paranoid. */
  associations: { as: string; target: string; paranoid: boolean }[]
}

export type Call = 'findOne' | 'count' | 'include' | 'write'

export interface Attempt {
  model: string
  /** The model's file, absolute. */
  file: string
  call: Call
}

/** How a model's call went: it worked, it could not be tried, or the database refused it. */
export type Attempted =
  | { worked: true; says?: string }
  | { skipped: string }
  | { failed: string; sql?: string }

/** What may be asked, and what is answered. */
export interface Services {
  connect(source: Source): Connected
  /** `aside`: on a second connection, whose transaction may stay open for a lock. */
  query(query: {
    sql: string
    replacements?: Record<string, unknown>
    aside?: boolean
  }): Record<string, unknown>[]
  models(wanted: ModelFile[]): { models: LoadedModel[]; faults: { file: string; says: string }[] }
  attempt(attempt: Attempt): Attempted
  /** Without a connection; a process that was asked this can do nothing else. */
  reflect(wanted: {
    source: Source
    /** Files that make instances. */
    first: string[]
    files: string[]
    dialect?: string
  }): Reflection
  /** On a throw-away database, which answers queries from then on. */
  replay(wanted: { source: Source; files: string[]; dialect?: string; scratchUrl?: string }): {
    about: Connected
    failed: { file: string; says: string }[]
  }
}

export type Service = keyof Services

export interface Request {
  id: number
  service: Service
  input: unknown
}

/** What went wrong over there, with the words for the user where they are known. */
export interface Fault {
  what: string
  todo?: string
  /** The error itself: name, code and message. */
  says?: string
}

export type Reply =
  | { id: number; value: unknown }
  | { id: number; fault: Fault }
  /** Texts that must never be shown; `complete` once the connection's own are among them. */
  | { secrets: string[]; complete: boolean }
  /** The file that is being loaded, absolute: it is to blame if no more is heard; null afterwards. */
  | { loading: string | null }
