/** Declares the setup of a project for sequelize-cli, which `doctor` checks. */

import type { Judged } from './findings'

export interface Setup {
  node: string
  /** The `type` of the package.json that applies to .sequelizerc. */
  moduleType: 'module' | 'commonjs'
  /** The text of .sequelizerc, if there is one. */
  rc?: string
  /** Installed versions. Packages that are not installed are left out. */
  versions: Record<string, string>
  /** Names of the files in the folders of migrations. */
  migrations: string[]
  /** Notes from the search for the migrations and configs. */
  notes: string[]
  live?: LiveSetup
}

/** The facts that need a connection. */
export interface LiveSetup {
  dialect: string
  server: string
  major: number
  /** Schemas that are searched for an unqualified name. */
  path: string[]
  /** Migrations that the database lists as run, or undefined if it keeps no list. */
  ran?: string[]
  /** Sentences about parts of the configuration that sequelize-cli reads differently. */
  warnings: string[]
}

/** The verdicts on a model by its migrations and by the database. */
export interface SideBySide {
  byMigrations: Judged
  /** Left out if the database was not reached. */
  byDatabase?: Judged
}
