/** DOOR. Finds the runner of a project, which knows the form of a new migration and the command that runs it. */

import type { Runner, RunnerFacts } from '../types'
import { dbMigrate } from './db-migrate'
import { dbmate } from './dbmate'
import { flyway } from './flyway'
import { golangMigrate } from './golang-migrate'
import { knex } from './knex'
import { nodePgMigrate } from './node-pg-migrate'
import { sequelize7 } from './sequelize-7'
import { sequelizeCli } from './sequelize-cli'
import { sql } from './sql'
import { umzug } from './umzug'
import { unknown } from './unknown'

export { sourceOf } from './compiled'
export { otherHistories } from './other-histories'
export { readRc } from './rc'
export { createCommand, deployCommand, runsByName } from './sequelize-cli'
export { shortForm } from './short'
export { umzugFolders } from './umzug-code'

/** The first runner that fits is used. The last one always fits. */
export const runners: Runner[] = [
  flyway,
  dbmate,
  golangMigrate,
  sql,
  dbMigrate,
  nodePgMigrate,
  knex,
  umzug,
  sequelize7,
  sequelizeCli,
  unknown,
]

export const runnerOf = (facts: RunnerFacts): Runner => runners.find((one) => one.fits(facts)) ?? unknown
