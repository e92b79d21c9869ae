/** What every command is told: checked, and with its defaults. */

import type { ScanSettings } from './commands'
import type { RepairName } from './repairs'

/** How the database is to be reached. */
export interface Connecting {
  /** --env, NODE_ENV or development. */
  environment: string
  url?: string
  config?: string
  /** --sequelize: a file that gives away the project's own instance. */
  sequelize?: string
}

export interface Settings extends ScanSettings {
  /** Words of the command line about the environment, which the next command needs too. */
  repeated: string[]
  connecting: Connecting
  /** By what models are judged. */
  evidence: 'migrations' | 'database'
  /** --runtime: the models are run as well. */
  runtime: boolean
  /** --replay: the migrations are run on a throw-away database. */
  replay: boolean
  /** A server on which one may be made. */
  scratchUrl?: string
  /** verify: URLs that must answer, and how. */
  endpoints: string[]
  expectStatus?: number
  /** verify: rows are made and deleted in a transaction that is rolled back. */
  writeTest: boolean
  /** Seconds that are waited for another deployer, and for an endpoint to come up. */
  wait: number
  /** --yes: nothing is asked. */
  yes: boolean
  /** rollback: also while a model asks for the column. */
  force: boolean
  /** rollback: also where rows would come back to life. */
  allowDataLoss: boolean
  /** rollback: this migration alone. */
  name?: string
  /** Overrides the recommended repair. */
  repair?: RepairName
  dryRun: boolean
  /** B is written also where rows that were soft-deleted show up again. */
  acceptReappearing: boolean
  /** The first migration's stamp, YYYYMMDDHHmmss. */
  timestamp?: string
  /** The user's own template. */
  template?: { file: string; text: string }
  withIndex: boolean
  /** Also what else stands in the way of soft delete. */
  advice: boolean
  /** --output-file: reports that are written beside the one that is printed. */
  outputFiles?: { format: string; file: string }[]
  /** A reporter's name. */
  format: string
  color: boolean
  /** --max-show: so many findings of a kind are listed. */
  maxShow?: number
  /** Whether somebody sits at a terminal and wants to be asked. */
  interactive: boolean
}
