/** Declares the settings of a scan, its evidence and its result. */

import type { DatabaseConfig, RuleSeverity } from './config'
import type { Changes, FileSource } from './files'
import type { BaselineEntry, BaselineRest, Finding, Judged, Rule, UnusedIgnore } from './findings'
import type { Model, Reflection, TableName } from './models'
import type { Schema } from './schema'
import type { Unheard } from './values'

/** The settings of a scan. */
export interface ScanSettings {
  /** Absolute; the working directory, which is the project's root. */
  cwd: string
  /** Files or folders, as given. */
  paths: string[]
  /** --migrations, as given. If it is empty, folders are found by .sequelizerc or in the usual places. */
  migrations: string[]
  /** --ignore globs. */
  ignore: string[]
  /** --no-ignore: includes files that .gitignore and the defaults leave out. */
  noIgnore: boolean
  /** --env or NODE_ENV, if given: the environment that counts if values differ between environments. */
  environment?: string
  /** --sequelize-version. */
  sequelizeVersion?: string
  /** --only: names of models. */
  only: string[]
  /** --allow-empty: a run that finds no model does not fail. */
  allowEmpty?: boolean
  /** The disk, if it is left out. */
  source?: FileSource
  /** If it is given, only models that these files can have touched are judged. */
  changes?: Changes
  /** --strict: undecided and unproven count as findings. */
  strict: boolean
  /** --report-unused-ignores: how grave a comment is that accepts nothing; a note where left out. */
  unusedIgnores?: RuleSeverity
  /** Whether only the database whose root is the working directory is read, if it is one, and none below it. */
  isOwnRoot?: boolean
  /** The databases that the config names, instead of those that are found. */
  databases?: DatabaseConfig[]
  /** How grave the findings of a rule are, by the config. */
  severity?: { [rule in Rule]?: RuleSeverity }
  /** The entries of the baseline, if there is one. */
  baseline?: BaselineEntry[]
  /** Whether the history matters for this model. If it is left out, it matters for each model that needs the column. */
  isDoubted?(model: Model, read: (file: string) => string | undefined): boolean
}

/** The database of one Sequelize instance: a root with its own config and migrations. */
export interface ModelDatabase {
  /** Its root, relative to the working directory, with forward slashes: 'services/shop'; '.' for a single database. */
  name: string
  /** Absolute. */
  root: string
  /** The name in its package.json. */
  package?: string
  /** Absolute: model files below that root. */
  files: string[]
  /** Absolute: model files outside of all roots, which count if the code of this database loads them. */
  shared: string[]
  /** Absolute: the roots of other databases. */
  others: string[]
  /** Absolute: the folders of migrations that the config names. */
  migrations?: string[]
  /** The files lie outside of all roots. They count only if no database loads them. */
  isRest?: true
  /** Set if its root has several histories. */
  history?: {
    /** Absolute: its folder of migrations. */
    folder: string
    /** Absolute: folders of the models that certainly belong to it. */
    models: string[]
    startedBy?: StartedBy
    /** Absolute: those of `files` whose models may belong to another history. */
    perhaps: string[]
  }
}

/** Starts the runner for one of several histories: an option file of sequelize-cli, or a script of package.json. */
export type StartedBy = { options: string } | { script: string }

/** The result of a scan. */
export interface Scan {
  project: Project
  schema: Schema
  /** Absolute: every migration, in the order in which they run. */
  history: string[]
  /** Names of the migrations that the database lists as run. Left out if no database was queried. */
  ran?: string[]
  /** How many files were read as model files. */
  files: number
  models: Judged[]
  /** Those that make a check fail. */
  findings: Finding[]
  /** Findings that a comment or the baseline accepts. */
  accepted: Finding[]
  /** Comments that accept nothing. */
  unused: UnusedIgnore[]
  /** Set if there is a baseline. */
  baseline?: BaselineRest
  /** Migrations without an operation, and files that ask for soft delete but from which no model was read. */
  unheard?: Unheard[]
  /** Set if the tree holds several databases: each with its project facts. */
  databases?: (ModelDatabase & { project: Project })[]
  notes: string[]
}

/** Evidence other than the migrations: it returns the schema of the given tables. */
export type ReadTables = (
  tables: TableName[],
  project: Project,
  /** Absolute: the migrations, in the order in which they run. */
  history: string[],
) => Promise<{
  schema: Schema
  dialect: string
  /** Migrations that the database lists as run. */
  ran?: string[]
  notes?: string[]
}>

/** Runs the model files, and returns the models that Sequelize makes. */
export type ReflectModels = (
  wanted: { first: string[]; files: string[]; dialect?: string },
  project: Project,
) => Promise<Reflection>

/** Evidence beside the files. Without it, a scan only reads files. */
export interface EvidenceSources {
  /** A live database. */
  readTables?: ReadTables
  /** An empty database on which the migrations are run. */
  replay?: ReadTables
  reflect?: ReflectModels
}

/** The result of one check of a setup or a running system. */
export interface Check {
  /** 'Session', 'sessions', 'GET http://localhost:3000/sessions'. */
  subject: string
  state: 'ok' | 'failed' | 'skipped' | 'note'
  /** One clause or sentence. */
  says: string
}

/** The database that a command connected to. It never holds a password. */
export interface DatabaseShown {
  dialect: string
  server: string
  host?: string
  port?: number
  database: string
  user?: string
  environment: string
  /** The place where the connection is configured. */
  from: string
  tls: boolean
}

/** Makes plurals as the installed version of Sequelize does. */
export interface Inflector {
  pluralize(word: string): string
  singularize(word: string): string
  underscore(word: string): string
}

/** Facts of the project around the models. */
export interface Project {
  /** Absolute. */
  root: string
  /** '6.37.8', or undefined if node_modules, lock file and package.json do not show it. */
  sequelize?: string
  dialect?: string
  /** Absolute folders. */
  migrations: string[]
}
