/** Declares what a program may pass to each command. Every option is one of the command line, in camel case. */

import type { Finding, Hazard, Model, Plan, Planned, RepairName } from '../types'

/** Where to look for models and migrations. */
export interface LookingOptions {
  /** The project's root; a relative path is read from the working directory. Default: the working directory. */
  cwd?: string
  /** Model files or folders, from `cwd`. Default: all of `cwd`. */
  paths?: string[]
  /** Folders of migrations. Default: they are found as the command line finds them. */
  migrations?: string[]
  /** Files to leave out, in the language of .gitignore. Default: none. */
  ignore?: string[]
  /** Also reads files that .gitignore excludes, node_modules, dist, build, coverage and minified files. Default: false. */
  noIgnore?: boolean
  /** A package of the workspace, or a folder, to work in. Default: `cwd` itself. */
  workspace?: string
  /** Names of models: no other is looked at. Default: all. */
  only?: string[]
  /** Config file of this tool, from `cwd`. Default: it is found as the command line finds it. */
  configFile?: string
  /** Ignores the config file of this tool. Default: false. */
  noConfigFile?: boolean
  /** Goes by the rules of this version, '4' to '7' or a whole one. Default: the installed one. */
  sequelizeVersion?: string
  /** Accepts that no Sequelize model is met: exit code 0 instead of 2. Default: false. */
  allowEmpty?: boolean
  /** Counts undecided and unproven models as findings. Default: false. */
  strict?: boolean
  /** Is told of long work: how much of how much is done. Default: nobody is told. */
  onProgress?(done: number, total: number, what: string | undefined): void
}

/** What is accepted. */
interface AcceptingOptions {
  /** File of the baseline, from `cwd`. Default: deletedat-codemod.baseline.json, if it is there. */
  baseline?: string
  /** Ignores the baseline. Default: false. */
  noBaseline?: boolean
  /** Severity of a comment that accepts nothing. Default: 'note'. */
  reportUnusedIgnores?: 'off' | 'note' | 'error'
}

/** Which database, and how it is reached. */
interface ConnectingOptions {
  /** The environment that counts where they differ. Default: NODE_ENV, else all of them, and development to connect. */
  env?: string
  /** Connection URL. Default: what is configured. */
  url?: string
  /** Config file of sequelize-cli. Default: it is found as sequelize-cli finds it. */
  config?: string
  /** File that exports the project's own Sequelize instance. Default: a config. */
  sequelize?: string
}

/** What models are judged by. */
interface JudgingOptions extends LookingOptions, ConnectingOptions, AcceptingOptions {
  /** 'database' connects, and runs the project's config to know how. Default: 'migrations'. */
  evidence?: 'migrations' | 'database'
  /** Runs the model files too, in a process of their own, and asks Sequelize itself. Default: false. */
  runtime?: boolean
  /** Runs the migrations too, on a throw-away database. Default: false, or true with `scratchUrl`. */
  replay?: boolean
  /** Server on which the replay creates a temporary database and drops it. Default: an embedded one. */
  scratchUrl?: string
}

/** What is told besides. */
interface AdvisingOptions extends JudgingOptions {
  /** Also reports unique keys and cascades that conflict with soft delete. Default: false. */
  advice?: boolean
}

export interface CheckOptions extends AdvisingOptions {
  /** Judges what is staged in git, not what is on the disk: the models that it can have touched. Default: false. */
  staged?: boolean
  /** Checks only the models that uncommitted changes can affect. Default: false. */
  changed?: boolean
  /** Judges the models that can be touched by what has changed since this branch or commit. Default: all models. */
  since?: string
  /** Writes the findings of today into the baseline, which accepts them. Default: false. */
  writeBaseline?: boolean
  /** Removes entries from the baseline that are no longer needed. Default: false. */
  pruneBaseline?: boolean
}

export interface WhyOptions extends JudgingOptions {}

export interface DiagnoseOptions extends LookingOptions {}

/** What is repaired, and how. */
export interface RepairOptions extends AdvisingOptions {
  /** 'A', 'B', 'C' or the long name. Default: what is recommended for each finding. */
  repair?: string
  /** Also writes repairs that make soft-deleted rows visible again. Default: false. */
  acceptReappearing?: boolean
  /** Stamp of the first migration, YYYYMMDDHHmmss in UTC. Default: now. */
  timestamp?: string
  /** Template of your own for migrations, from `cwd`. Default: that of the project's runner. */
  template?: string
  /** Writes a second migration, for an index on the column. Default: false. */
  withIndex?: boolean
  /** Chooses a repair for each finding; undefined takes the recommended one. Default: the recommended one. */
  choose?(
    question: RepairQuestion,
  ): RepairName | 'skip' | undefined | Promise<RepairName | 'skip' | undefined>
}

export interface ApplyOptions extends RepairOptions {
  /** Sees the plan before it is written; false writes nothing. Default: it is written. */
  confirm?(intended: Intended): boolean | Promise<boolean>
}

/** A finding that can be repaired, and the repairs that fit it. */
export interface RepairQuestion {
  finding: Finding
  model: Model
  options: { repair: RepairName; letter: string; does: string; why: string }[]
  recommended?: RepairName
}

/** What `apply` is about to write. */
export interface Intended {
  plan: Plan
  /** Each file, whole, before and after. */
  files: Planned[]
  /** What code means something else once paranoid is off. */
  hazards: Hazard[]
  /** Sentences that say how many rows would show up again. */
  warnings: string[]
}

export interface VerifyOptions extends LookingOptions, ConnectingOptions, AcceptingOptions {
  /** URLs of the running application that must answer. Default: none. */
  endpoint?: string[]
  /** Status that every endpoint must answer with. Default: any below 400. */
  expectStatus?: number
  /** Also creates and deletes a row of each model, in a transaction that is rolled back. Default: false. */
  writeTest?: boolean
  /** Seconds to wait for an endpoint to come up, or for another deploy to end. Default: 60. */
  wait?: number
}

export interface DoctorOptions extends LookingOptions, ConnectingOptions {}

/** Who is asked before a database of production is changed. */
export interface ChangingOptions {
  /** Changes production without asking. Default: false. */
  yes?: boolean
  /** Is asked before production is changed. Default: without it and without `yes` nothing is changed there. */
  confirm?(question: string): boolean | Promise<boolean>
  /** Is told each step as it happens, in one line. Default: nobody is told. */
  onLine?(line: string): void
}

export interface DeployOptions extends VerifyOptions, ChangingOptions {}

export interface RollbackOptions extends LookingOptions, ConnectingOptions, ChangingOptions {
  /** Takes back this migration. Default: the last run. */
  name?: string
  /** Removes the column even if a model still needs it. Default: false. */
  force?: boolean
  /** Removes the column even if rows are soft-deleted; they become visible again. Default: false. */
  allowDataLoss?: boolean
}
