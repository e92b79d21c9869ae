/** What a command is told, and what a scan of the project finds. */

import type { Finding, Judged } from './findings'
import type { Model, Reflection, TableName } from './models'
import type { Schema } from './schema'
import type { Unheard } from './values'

/** What tells the scan where to look. */
export interface ScanSettings {
  /** Absolute; the working directory, which is the project's root. */
  cwd: string
  /** Files or folders, as given. */
  paths: string[]
  /** --migrations, as given; empty: found by .sequelizerc or in the usual places. */
  migrations: string[]
  /** --ignore globs. */
  ignore: string[]
  /** --no-ignore: also what .gitignore and the defaults leave out. */
  noIgnore: boolean
  /** --env or NODE_ENV, where one is given: where environments disagree, this one holds. */
  environment?: string
  /** --sequelize-version. */
  sequelizeVersion?: string
  /** --only: names of models. */
  only: string[]
  /** --allow-empty: a run that meets no model is no fault. */
  allowEmpty?: boolean
  /** --strict: undecided and unproven count as findings. */
  strict: boolean
  /** Whether it matters what the history says of this model's column; left out: of every one that needs it. */
  isDoubted?(model: Model, read: (file: string) => string | undefined): boolean
}

/** What one Sequelize instance talks to, as far as a tree tells: a root with a config and migrations of its own. */
export interface ModelDatabase {
  /** Its root, from the working directory, with forward slashes: 'services/shop'; '.' where there is one for all. */
  name: string
  /** Absolute. */
  root: string
  /** As its package.json calls it. */
  package?: string
  /** Absolute: model files below that root. */
  files: string[]
  /** Absolute: model files of no root, which count where the code of this one loads them. */
  shared: string[]
  /** Absolute: the roots of the others. */
  others: string[]
  /** These are of no root: they count where nobody loads them. */
  isRest?: true
  /** Where its root has several histories: */
  history?: {
    /** Absolute: its folder of migrations. */
    folder: string
    /** Absolute: folders of the models that are surely its own. */
    models: string[]
    startedBy?: StartedBy
    /** Absolute: files among `files` whose models may as well be of another one. */
    perhaps: string[]
  }
}

/** How the runner is started for one of several histories: by an option file of sequelize-cli, or a script of package.json. */
export type StartedBy = { options: string } | { script: string }

/** What a scan found. */
export interface Scan {
  project: Project
  schema: Schema
  /** Absolute: every migration, in the order in which they run. */
  history: string[]
  /** Names of those that the database notes as run; left out where none was asked. */
  ran?: string[]
  /** How many files were read as model files. */
  files: number
  models: Judged[]
  findings: Finding[]
  /** Files of the history or of models in which nothing was understood, though they should tell something. */
  unheard?: Unheard[]
  /** Where the tree holds several: each with what its models use. */
  databases?: (ModelDatabase & { project: Project })[]
  notes: string[]
}

/** Another eye than the migrations: it is asked for tables, and tells what is there. */
export type Eye = (
  tables: TableName[],
  project: Project,
  /** Absolute: the migrations in their order. */
  history: string[],
) => Promise<{
  schema: Schema
  dialect: string
  /** Migrations that are noted as run. */
  ran?: string[]
  notes?: string[]
}>

/** Runs the model files, and tells what Sequelize makes of them. */
export type Mirror = (
  wanted: { first: string[]; files: string[]; dialect?: string },
  project: Project,
) => Promise<Reflection>

/** What may be asked beside the files; left out: they are read, and nothing else. */
export interface Witnesses {
  /** A live database. */
  eye?: Eye
  /** An empty database on which the migrations are run. */
  replay?: Eye
  mirror?: Mirror
}

/** What was looked at in a running system, and how it went. */
export interface Check {
  /** 'Session', 'sessions', 'GET http://localhost:3000/sessions'. */
  subject: string
  state: 'ok' | 'failed' | 'skipped' | 'note'
  /** One clause or sentence. */
  says: string
}

/** The database that a command spoke to. Never a password. */
export interface DatabaseShown {
  dialect: string
  server: string
  host?: string
  port?: number
  database: string
  user?: string
  environment: string
  /** Where the connection is configured. */
  from: string
  tls: boolean
}

/** Rules differ with the version; the plural is made by the project's own inflection. */
export interface Inflector {
  pluralize(word: string): string
  singularize(word: string): string
  underscore(word: string): string
}

/** What was found about the project around the models. */
export interface Project {
  /** Absolute. */
  root: string
  /** '6.37.8', or undefined when neither node_modules, a lock file nor package.json tells. */
  sequelize?: string
  dialect?: string
  /** Absolute folders. */
  migrations: string[]
}
