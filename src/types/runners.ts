/** Who runs the migrations of a project, and what it takes: facts in, a form and a command out. */

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

/** A migration that is there. */
export interface MigrationFile {
  /** Absolute. */
  folder: string
  name: string
}

/** How somebody started this tool, so that the next command is typed in the same way. */
export interface Typed {
  /** `npx deletedat-codemod`, or what works where that does not. */
  tool: string
  /** Paths and `--only` of this run, as words. */
  asked: string[]
}

/** What is there to tell the runner by. Gathered by io; whatever is told by a function is read when it is asked for. */
export interface RunnerFacts {
  /** Absolute: where the user stands, and where a runner is started. */
  cwd: string
  start: string
  typed: Typed
  /** Absolute folders of migrations, and the migrations in them. */
  folders: string[]
  existing: MigrationFile[]
  /** Names and ranges in the package.json files from `start` up; the nearest wins. */
  dependencies: Record<string, string>
  /** Of the package.json nearest to `start`. */
  scripts: Record<string, string>
  dialect?: string
  sequelize?: string
  /** Of this run: --config, --url and --sequelize. */
  connecting: { environment: string; url?: string; config?: string; sequelize?: string }
  /** Absolute: the config file of sequelize-cli, found by itself or to be named. */
  config?: { file: string; isFound: boolean }
  /** Where the project has several histories: this one's, which no runner finds by itself. */
  history?: ModelDatabase['history']
  /** What .sequelizerc in `start` says, absolute; undefined: there is none. */
  rc?: { migrations?: string; config?: string; unread?: string }
  /** As installed, else as locked, else the least that package.json allows. */
  version(name: string): string | undefined
  /** In node_modules of the folder or above it. */
  isInstalled(name: string, folder: string): boolean
  /** Whether `.js` is an ECMAScript module in this folder. */
  isModule(folder: string): boolean
  /** Whether git leaves it out. */
  isIgnored(folder: string): boolean
  reader: FileReader
  /** Absolute: source files of the project. */
  sources(): string[]
}

/** Files, as the pure rooms see them. */
interface FileReader {
  read(file: string): string | undefined
  list(folder: string): string[] | undefined
  isFile(file: string): boolean
  resolve(specifier: string, fromFile: string): string | { package: string } | undefined
}

/** How the names of migrations are numbered. */
export interface Naming {
  /** 'V' of `V12__add.sql`. */
  prefix: string
  /** What stands between the number and the words. */
  joint: string
  /** Left out: a stamp of 14 digits. */
  count?: { width: number; atLeast: string }
}

/** One file of a migration. */
export interface FormPart {
  /** '.cjs', '.up.sql' */
  suffix: string
  /** The folder below that of the migrations, 'sqls'. */
  below?: string
  template: Template
  /** It names no schema, and would find another table. */
  schemaless?: true
  /** What stands behind it in the same file. */
  behind?: Template
}

/** A file in templates/, and what makes it fit. */
export interface Template {
  name: string
  adapt?(text: string): string
}

/** What a new migration looks like. */
export interface Form {
  /** Absolute; left out: beside the newest. */
  folder?: string
  naming: Naming
  /** The first is the migration itself. */
  parts: [FormPart, ...FormPart[]]
  /** A migration of its own for an index; left out: this form has none. */
  index?: FormPart
}

/** A program that runs migrations. Adding one = one file, one line in runners/index.ts, one fixture folder. */
export interface Runner {
  name: RunnerName
  /** Whether the project uses it. */
  fits(facts: RunnerFacts): boolean
  /** What a new migration looks like, or why none is written. */
  form(facts: RunnerFacts): Form | { cannot: string; sql?: Template }
  /** The command that runs these new migrations, absolute; more than one line where one is not enough. */
  next(facts: RunnerFacts, files: string[]): string | undefined
  /** The command that tells whether a migration has run. */
  status(facts: RunnerFacts, file: string): string | undefined
  /** Why `deploy` and `rollback` cannot run its migrations; undefined: they can. */
  undriven(facts: RunnerFacts): string | undefined
}
