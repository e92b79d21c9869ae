/** Declares the outcomes of the commands, and the reporters that print them. */

import type { Advice } from './advice'
import type { Check, DatabaseShown, ModelDatabase, Project } from './commands'
import type { Diagnosis } from './diagnoses'
import type { FileSource } from './files'
import type { Finding, Judged, Proof } from './findings'
import type { Hazard } from './hazards'
import type { Fix, Plan, Planned } from './repairs'
import type { Schema } from './schema'
import type { Origin, Unheard } from './values'

export interface Written {
  kind: 'migration' | 'rewrite'
  file: string
  backup?: string
}

/** The fields that the outcomes of all commands share. */
export interface Looked {
  project: Project
  evidence: Schema['source']
  files: number
  models: Judged[]
  proof: Proof
  /** Migrations without an operation, and files that ask for soft delete but from which no model was read. */
  unheard: { migrations: Unheard[]; models: Unheard[] }
  history: number
  findings: Finding[]
  /** Findings that somebody has accepted; left out if there are none. */
  accepted?: Finding[]
  /** Set if the tree holds several databases. */
  databases?: (ModelDatabase & { project: Project })[]
  /** The database that the command connected to, if any. */
  database?: DatabaseShown
  notes: string[]
  /** The command to run next, or undefined if nothing is left to do or no command does it. */
  next: string | undefined
  /** The files that were judged, if they are not those of the disk. */
  source?: FileSource
  exitCode: 0 | 1 | 2
}

export interface RunOutcome extends Looked {
  command: 'run'
  plan?: Plan
  /** The plan's files, for --dry-run. */
  planned?: Planned[]
  /** The hazards of a plan that turns paranoid off. */
  hazards?: Hazard[]
  /** With --advice. */
  advice?: Advice[]
  written: Written[]
  /** The command that stages what was written, as far as git does not ignore it; only in a git repository. */
  toCommit?: string
}

export interface CheckOutcome extends Looked {
  command: 'check'
  /** A sentence, if no model depends on what has changed. */
  untouched?: string
  /** Plans what repairs the findings by edits alone; asked by the reports that show it, for the files are read again. */
  fixesOf?(findings: Finding[]): Map<Finding, Fix[]>
  /** With --advice. */
  advice?: Advice[]
}

export interface WhyOutcome extends Looked {
  command: 'why'
}

export interface DiagnoseOutcome extends Looked {
  command: 'diagnose'
  /** The diagnosis of each error in the text. */
  diagnoses: Diagnosis[]
}

/** The outcome of a command that judges models and checks a running system. */
export interface VerifyOutcome extends Looked {
  command: 'verify' | 'deploy'
  checks: Check[]
  /** Sentences that say why the command stopped early. */
  stopped?: string
}

/** The outcome of a command that reads models but does not report findings about them. */
export interface SetupOutcome extends Looked {
  command: 'rollback' | 'doctor'
  checks: Check[]
}

/** What `init` wrote, or would write. */
export interface InitOutcome extends Looked {
  command: 'init'
  checks: Check[]
  /** The files; with --dry-run they were not written. */
  planned: Planned[]
}

/** Each command has its own shape. A reporter switches on `command`. */
export type Outcome =
  | InitOutcome
  | RunOutcome
  | CheckOutcome
  | WhyOutcome
  | DiagnoseOutcome
  | VerifyOutcome
  | SetupOutcome

/** Turns an outcome into text. Adding one = one file, one line in reporters/index.ts. */
export interface Reporter {
  name: string
  /** Its places are read by a CI, which knows files from the root of the repository. */
  fromRoot?: true
  report(outcome: Outcome, view: View): string
}

/** What a reporter knows about its output. */
export interface View {
  /** Absolute; paths are shown relative to it. */
  cwd: string
  color: boolean
  /** The number of columns. Longer lines of code are cut. */
  width: number
  /** Whether sentences are wrapped at the width, as on a terminal. */
  wraps?: boolean
  /** --quiet: shows only what is left to do. */
  quiet?: boolean
  /** Returns the address that a place links to. Left out where links are not taken. */
  link?(file: string, line: number, column: number): string
  /** --max-show: how many of a kind are listed. */
  most?: number
  version: string
  /** Returns a line of a file, or undefined if it cannot be read. */
  line(file: string, line: number): string | undefined
  /** Returns the place behind a place, 1-based; undefined if the place is a whole file or cannot be read. */
  endOf?(origin: Origin): { line: number; column: number } | undefined
  dryRun: boolean
}
