/** How a project is set up for sequelize-cli: what doctor looks at. */

import type { Judged } from './findings'

export interface Setup {
  node: string
  /** `type` of the package.json that holds for .sequelizerc. */
  moduleType: 'module' | 'commonjs'
  /** The text of .sequelizerc, where there is one. */
  rc?: string
  /** Versions as installed; a package that is not there is left out. */
  versions: Record<string, string>
  /** Names of the files in the folders of migrations. */
  migrations: string[]
  /** What was noticed as the layout was looked for. */
  notes: string[]
  live?: LiveSetup
}

/** What a connection added to it. */
export interface LiveSetup {
  dialect: string
  server: string
  major: number
  /** Schemas in which an unqualified name is looked up. */
  path: string[]
  /** Migrations that are noted as run; undefined: no list is kept. */
  ran?: string[]
  /** What sequelize-cli would make of the configuration otherwise than it reads, as sentences. */
  warnings: string[]
}

/** A model as three eyes see it. */
export interface SideBySide {
  byMigrations: Judged
  /** Left out where the database was not reached. */
  byDatabase?: Judged
}
