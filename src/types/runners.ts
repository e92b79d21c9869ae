/** Declares the runners of migrations: facts of a project in, the form of a migration and a command out. */

import type { ModelDatabase } from './commands'

export type RunnerName =
  | 'sequelize-cli'
  | '@sequelize/cli'
  | 'umzug'
  | 'db-migrate'
  | 'node-pg-migrate'
  | 'knex'
  | 'flyway'
  | 'dbmate'
  | 'golang-migrate'
  | 'sql'
  | 'unknown'

/** An existing migration. */
export interface MigrationFile {
  /** Absolute. */
  folder: string
  name: string
}

/** How the user started this tool, so that the next command is shown in the same way. */
export interface Typed {
  /** `npx deletedat-codemod`, or another command if that does not work here. */
  tool: string
  /** Paths and `--only` of this run, as words. */
  words: string[]
}

/** Facts by which the runner is recognized. `io` gathers them. Functions read their value when called. */
export interface RunnerFacts {
  /** Absolute: the working directory; `start` is the folder where the runner starts. */
  cwd: string
  start: string
  typed: Typed
  /** Absolute folders of migrations, and the migrations in them. */
  folders: string[]
  existing: MigrationFile[]
  /** Names and ranges in the package.json files from `start` up; the nearest wins. */
  dependencies: Record<string, string>
  /** The scripts of the package.json nearest to `start`. */
  scripts: Record<string, string>
  dialect?: string
  sequelize?: string
  /** The options --config, --url and --sequelize of this run. */
  connecting: { environment: string; url?: string; config?: string; sequelize?: string }
  /** Absolute: the config file. `isFound` means that sequelize-cli finds it without --config. */
  config?: { file: string; isFound: boolean }
  /** Set if the project has several histories: no runner finds this one by itself. */
  history?: ModelDatabase['history']
  /** The settings of .sequelizerc in `start`, with absolute paths, or undefined if there is none. */
  rc?: { migrations?: string; config?: string; unread?: string }
  /** Returns the installed version, else the locked one, else the lowest that package.json allows. */
  version(name: string): string | undefined
  /** Whether the package is in node_modules of the folder or of a parent folder. */
  isInstalled(name: string, folder: string): boolean
  /** Whether `.js` is an ECMAScript module in this folder. */
  isModule(folder: string): boolean
  /** Whether git ignores the folder. */
  isIgnored(folder: string): boolean
  reader: FileReader
  /** Absolute: source files of the project. */
  sources(): string[]
}

/** The file access of rooms that do no I/O themselves. */
interface FileReader {
  read(file: string): string | undefined
  list(folder: string): string[] | undefined
  isFile(file: string): boolean
  resolve(specifier: string, fromFile: string): string | { package: string } | undefined
}

/** How the names of migrations are numbered. */
export interface Naming {
  /** 'V' in `V12__add.sql`. */
  prefix: string
  /** The separator between the number and the words. */
  joint: string
  /** Left out for a timestamp. */
  count?: { width: number; atLeast: string }
  /** What stands between the parts of a timestamp: '--t--' in `2025-05-30t12-00-00`; left out for 14 digits. */
  between?: string
}

/** One file of a migration. */
export interface FormPart {
  /** '.cjs' or '.up.sql'. */
  suffix: string
  /** The subfolder in the folder of migrations, such as 'sqls'. */
  below?: string
  template: Template
  /** The template names no schema, so it would find another table. */
  schemaless?: true
  /** The template that follows in the same file. */
  behind?: Template
  /** JavaScript that is an ECMAScript module. */
  isEsm?: true
  /** A file that the template needs, absolute. */
  helper?: { file: string; template: Template }
}

/** A file in templates/, and the function that adapts it. */
export interface Template {
  name: string
  adapt?(text: string): string
}

/** The form of a new migration. */
export interface Form {
  /** Absolute. If it is left out, the migration goes beside the newest one. */
  folder?: string
  naming: Naming
  /** The first is the migration itself. */
  parts: [FormPart, ...FormPart[]]
  /** A separate migration for an index. Left out if this form has none. */
  index?: FormPart
}

/** A program that runs migrations. A new one needs one file, one line in runners/index.ts, and one fixture folder. */
export interface Runner {
  name: RunnerName
  /** Whether the project uses it. */
  fits(facts: RunnerFacts): boolean
  /** Returns the form of a new migration, or why none is written. */
  form(facts: RunnerFacts): Form | { cannot: string; sql?: Template }
  /** Returns the command that runs these new migrations (absolute), with one line for each step. */
  next(facts: RunnerFacts, files: string[]): string | undefined
  /** Returns the command that shows whether a migration has run. */
  status(facts: RunnerFacts, file: string): string | undefined
  /** Returns why `deploy` and `rollback` cannot run its migrations, or undefined if they can. */
  undriven(facts: RunnerFacts): string | undefined
}
