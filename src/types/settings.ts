/** Declares the settings of all commands, checked and with defaults. */

import type { ScanSettings } from './commands'
import type { ChangedSince, WorkTree } from './files'
import type { RepairName } from './repairs'
import type { Origin } from './values'

/** How to connect to the database. */
export interface Connecting {
  /** --env, NODE_ENV or development. */
  environment: string
  url?: string
  config?: string
  /** --sequelize: a file that exports the project's own instance. */
  sequelize?: string
}

export interface Settings extends ScanSettings {
  /** --staged, --changed or --since. */
  changedSince?: ChangedSince
  /** Where changes are asked for: the same one is asked each time, so that git runs once for each question. */
  workTree?: WorkTree
  /** Options about the environment that the next command needs too. */
  repeated: string[]
  connecting: Connecting
  /** The evidence by which models are judged. */
  evidence: 'migrations' | 'database'
  /** --runtime: also runs the models. */
  runtime: boolean
  /** --replay: runs the migrations on a throw-away database. */
  replay: boolean
  /** A server on which a throw-away database may be made. */
  scratchUrl?: string
  /** verify: URLs that must answer. */
  endpoints: string[]
  expectStatus?: number
  /** verify: makes and deletes rows in a transaction that is rolled back. */
  writeTest: boolean
  /** Seconds to wait for another deploy to end, and for an endpoint to come up. */
  wait: number
  /** --yes: asks nothing. */
  yes: boolean
  /** rollback: removes the column even if a model still needs it. */
  force: boolean
  /** rollback: removes the column even if soft-deleted rows would come back to life. */
  allowDataLoss: boolean
  /** rollback: the only migration to undo. */
  name?: string
  /** Overrides the recommended repair. */
  repair?: RepairName
  dryRun: boolean
  /** Writes repairs even if soft-deleted rows show up again. */
  acceptReappearing: boolean
  /** The first migration's stamp, YYYYMMDDHHmmss. */
  timestamp?: string
  /** --template short: migrations that call a helper. */
  short: boolean
  /** --template with a path: the user's own template. */
  template?: { file: string; text: string }
  withIndex: boolean
  /** --advice: also reports what else gets in the way of soft delete. */
  advice: boolean
  /** --output-file: reports that are written besides the printed one. */
  outputFiles?: { format: string; file: string }[]
  /** Absolute: the config file of this tool, if there is one. */
  configFile?: string
  /** The places of what the config says and no option overrides. The next command need not repeat it. */
  fromConfig?: { [key in 'paths' | 'migrations' | 'ignore' | 'databases']?: Origin }
  /** The environment that the config names for reading. It does not choose the database that is connected to. */
  readingEnvironment?: string
  /** Absolute: the file of the baseline, which need not be there. */
  baselineFile?: string
  /** check: writes the baseline anew, or takes out of it what is needed no longer. */
  baselineWork?: 'write' | 'prune'
  /** A reporter's name. */
  format: string
  color: boolean
  /** --quiet: nothing is printed where nothing is left to do. */
  quiet?: boolean
  /** --max-show: how many findings of a kind are listed. */
  maxShow?: number
  /** Whether the user is at a terminal and may be asked. */
  interactive: boolean
}
