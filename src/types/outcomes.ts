/** What every command gives back, and how it becomes text. */

import type { Advice } from './advice'
import type { Check, DatabaseShown, ModelDatabase, Project } from './commands'
import type { Diagnosis } from './diagnoses'
import type { Finding, Judged, Proof } from './findings'
import type { Hazard } from './hazards'
import type { Plan, Planned } from './repairs'
import type { Schema } from './schema'
import type { Unheard } from './values'

export interface Written {
  kind: 'migration' | 'rewrite'
  file: string
  backup?: string
}

/** What the outcomes of all commands have. */
export interface Looked {
  project: Project
  evidence: Schema['source']
  files: number
  models: Judged[]
  proof: Proof
  /** Migrations that told nothing, and how many there are; the same of model files. */
  unheard: { migrations: Unheard[]; models: Unheard[] }
  history: number
  findings: Finding[]
  /** Where the tree holds several. */
  databases?: (ModelDatabase & { project: Project })[]
  /** What was connected to, if anything was. */
  database?: DatabaseShown
  notes: string[]
  /** The one command to paste next; undefined where nothing is left to do, or no command does it. */
  next: string | undefined
  exitCode: 0 | 1 | 2
}

export interface RunOutcome extends Looked {
  command: 'run'
  plan?: Plan
  /** The plan's files, for --dry-run. */
  planned?: Planned[]
  /** Where the plan turns paranoid off: what else that changes. */
  hazards?: Hazard[]
  /** With --advice. */
  advice?: Advice[]
  written: Written[]
}

export interface CheckOutcome extends Looked {
  command: 'check'
  /** With --advice. */
  advice?: Advice[]
}

export interface WhyOutcome extends Looked {
  command: 'why'
}

export interface DiagnoseOutcome extends Looked {
  command: 'diagnose'
  /** What each error of the text comes from. */
  diagnoses: Diagnosis[]
}

/** Models were judged, and a running system was looked at. */
export interface VerifyOutcome extends Looked {
  command: 'verify' | 'deploy'
  checks: Check[]
  /** Why it went no further, in sentences. */
  stopped?: string
}

/** Models were read to find the way, not to be judged. */
export interface SetupOutcome extends Looked {
  command: 'rollback' | 'doctor'
  checks: Check[]
}

/** One shape a command: a reporter switches by `command`. */
export type Outcome = RunOutcome | CheckOutcome | WhyOutcome | DiagnoseOutcome | VerifyOutcome | SetupOutcome

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
  /** Columns, by which lines of code are cut. */
  width: number
  /** Sentences are wrapped at the width: a terminal shows them. */
  wraps?: boolean
  /** --max-show: so many of a kind are listed. */
  most?: number
  version: string
  /** A line of a file, for showing the place; undefined when it cannot be had. */
  line(file: string, line: number): string | undefined
  dryRun: boolean
}
