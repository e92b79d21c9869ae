/** The messages between this program and the process that runs the project's code. Both send plain data. */

import type { Reflection, TableName } from '../../types'

/** The user's settings for the database connection. */
export interface Source {
  /** Absolute folder in which sequelize-cli would run. */
  start: string
  environment: string
  /** --url */
  url?: string
  /** --sequelize: absolute path of a file that exports the project's own instance. */
  instance?: string
  /** --config, or a config file beside the migrations: absolute path. */
  config?: string
}

/** The variable that passes the source to sequelize-cli's config, as JSON. */
export const SOURCE = 'DELETEDAT_CODEMOD_SOURCE'

/** The variable that passes the parent's process id to the watchdog of a child program. */
export const PARENT = 'DELETEDAT_CODEMOD_PARENT'

/** The connection, without its password. */
export interface Connected {
  /** The name in Sequelize's options. */
  dialect: string
  host?: string
  port?: number
  database?: string
  /** The session id that the driver received. */
  session?: number
  environment: string
  /** The source of the connection: a file below the start folder, '--url', 'DATABASE_URL'. */
  from: string
  /** Version of the project's Sequelize. */
  sequelize: string
  /** Whether the connection uses TLS. */
  tls: boolean
  /** Sentences about options that sequelize-cli reads differently. */
  warnings: string[]
  journal: Journal
}

/** The list of migrations that have run, as sequelize-cli keeps it. */
export interface Journal {
  storage: 'sequelize' | 'json' | 'none'
  table: TableName
  /** Absolute path, for the json storage. */
  path?: string
}

/** A file and the models that it defines. */
export interface ModelFile {
  /** Absolute path. */
  file: string
  names: string[]
}

export interface LoadedModel {
  name: string
  table: TableName
  /** The column that Sequelize uses; absent if it uses none. */
  column?: string
  /** The database of its instance, if it differs from the connected one. */
  elsewhere?: string
  /** The aliases for `include`, and whether the target is paranoid. */
  associations: { as: string; target: string; paranoid: boolean }[]
}

export type Call = 'findOne' | 'count' | 'include' | 'write'

export interface Attempt {
  model: string
  /** Absolute path of the model's file. */
  file: string
  call: Call
}

/** The result of a call: it worked, it could not be tried, or the database refused it. */
export type Attempted =
  | { worked: true; says?: string }
  | { skipped: string }
  | { failed: string; sql?: string }

/** The requests and their answers. */
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
  /** Works without a connection; afterwards the process can serve no other request. */
  reflect(wanted: {
    source: Source
    /** Files that create instances. */
    first: string[]
    files: string[]
    dialect?: string
  }): Reflection
  /** Runs on a temporary database, which answers queries from then on. */
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

/** An error in the child process, with words for the user if known. */
export interface Fault {
  what: string
  todo?: string
  /** The error itself: name, code and message. */
  says?: string
}

export type Reply =
  | { id: number; value: unknown }
  | { id: number; fault: Fault }
  /** Texts that must never be shown; `complete` once they include the secrets of the connection. */
  | { secrets: string[]; complete: boolean }
  /** The absolute file that is being loaded, to be blamed if the process goes silent; null afterwards. */
  | { loading: string | null }
