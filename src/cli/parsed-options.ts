/** Declares the options as the parser returns them. */

import type { Settings } from '../types'

/** Options as the parser returns them. An option that is left out takes its default. */
export interface ParsedOptions {
  paths?: (string | number)[]
  migrations?: string[]
  ignore?: string[]
  noIgnore?: boolean
  sequelizeVersion?: string
  workspace?: string
  only?: string[]
  staged?: boolean
  changed?: boolean
  since?: string
  allowEmpty?: boolean
  configFile?: string
  noConfigFile?: boolean
  printConfig?: boolean
  baseline?: string
  noBaseline?: boolean
  writeBaseline?: boolean
  pruneBaseline?: boolean
  strict?: boolean
  reportUnusedIgnores?: Settings['unusedIgnores']
  advice?: boolean
  repair?: string
  yes?: boolean
  dryRun?: boolean
  acceptReappearing?: boolean
  timestamp?: string
  template?: string
  withIndex?: boolean
  format?: string
  quiet?: boolean
  maxShow?: string
  outputFile?: string[]
  noColor?: boolean
  evidence?: Settings['evidence']
  runtime?: boolean
  replay?: boolean
  scratchUrl?: string
  env?: string
  envFile?: string[]
  url?: string
  config?: string
  sequelize?: string
  endpoint?: string[]
  expectStatus?: string
  writeTest?: boolean
  wait?: string
  force?: boolean
  allowDataLoss?: boolean
  name?: string
}
