/** What a command is told, and what it gives back. */

import type { Advice } from './advice'
import type { Finding, Judged } from './findings'
import type { Hazard } from './hazards'
import type { Plan, Planned } from './repairs'
import type { Schema } from './schema'

/** What tells the scan where to look. */
export interface ScanSettings {
  /** Absolute; the working directory, which is the project's root. */
  cwd: string
  /** Files or folders, as given. */
  paths: string[]
  /** --migrations, as given; empty: found by .sequelizerc or in the usual places. */
  migrations: string[]
  /** --ignore globs. */
  ignore: string[]
  /** --no-ignore: also what .gitignore and the defaults leave out. */
  noIgnore: boolean
  /** --sequelize-version. */
  sequelizeVersion?: string
  /** --only: names of models. */
  only: string[]
  /** --strict: undecided and unproven count as findings. */
  strict: boolean
}

/** What a scan found. */
export interface Scan {
  project: Project
  schema: Schema
  /** How many files were read as model files. */
  files: number
  models: Judged[]
  findings: Finding[]
  notes: string[]
}

/** Rules differ with the version; the plural is made by the project's own inflection. */
export interface Inflector {
  pluralize(word: string): string
  singularize(word: string): string
  underscore(word: string): string
}

/** What was found about the project around the models. */
export interface Project {
  /** Absolute. */
  root: string
  /** '6.37.8', or undefined when neither node_modules, a lock file nor package.json tells. */
  sequelize?: string
  dialect?: string
  /** Absolute folders. */
  migrations: string[]
}

export interface Written {
  kind: 'migration' | 'rewrite'
  file: string
  backup?: string
}

/** What every command returns; only cli.ts prints it. */
export interface Outcome {
  command: string
  project: Project
  evidence: Schema['source']
  files: number
  models: Judged[]
  findings: Finding[]
  plan?: Plan
  /** The plan's files, for --dry-run. */
  planned?: Planned[]
  /** Where the plan turns paranoid off: what else that changes. */
  hazards?: Hazard[]
  /** With --advice. */
  advice?: Advice[]
  written: Written[]
  notes: string[]
  exitCode: 0 | 1 | 2
}

/** Turns an outcome into text. Adding one = one file, one line in reporters/index.ts. */
export interface Reporter {
  name: string
  report(outcome: Outcome, view: View): string
}

/** What a reporter may know of the world it prints to. */
export interface View {
  /** Absolute; paths are shown relative to it. */
  cwd: string
  color: boolean
  width: number
  version: string
  /** A line of a file, for showing the place; undefined when it cannot be had. */
  line(file: string, line: number): string | undefined
  dryRun: boolean
}
