/** Declares what many JSON reports make together. */

import type { Severity } from './findings'
import type { TableName } from './models'
import type { View } from './outcomes'

/** A finding as a JSON report has it. Its file is relative to the project's folder. */
export interface FleetFinding {
  rule: string
  severity: Severity
  model: string | null
  table: TableName | null
  message: string
  hint: string
  file: string
  line: number
  database?: string
  fingerprint?: string
}

/** proven: each paranoid model has its column. nothing: no model asks for soft delete. */
export type FleetState = 'findings' | 'unproven' | 'proven' | 'nothing'

/** Counts of models. `paranoid` is the sum of proven, faulty, undecided and unproven. */
export interface FleetCounts {
  files: number
  models: number
  paranoid: number
  proven: number
  faulty: number
  undecided: number
  unproven: number
  findings: number
}

/** What one JSON report says. */
export interface FleetReport extends FleetCounts {
  /** By its file, without what all names have in common. */
  name: string
  /** Relative to the working directory, with forward slashes. */
  file: string
  /** The command that made it. */
  command: string
  evidence: string
  sequelize: string | null
  dialect: string | null
  state: FleetState
  all: FleetFinding[]
  next: string | null
}

export interface Fleet {
  reports: FleetReport[]
  /** Files that are no such report, and why; relative to the working directory. */
  faults: { file: string; says: string }[]
  notes: string[]
  counts: FleetCounts
  /** Findings of each rule, most first. */
  rules: [rule: string, count: number][]
  exitCode: 0 | 1 | 2
}

/** Turns a fleet into text. */
export interface FleetReporter {
  name: string
  report(fleet: Fleet, view: Pick<View, 'cwd' | 'color' | 'width' | 'wraps' | 'most' | 'version'>): string
}
