/** Declares verdicts and findings. */

import type { Model, TableName } from './models'
import type { Schema, TableStep } from './schema'
import type { Origin } from './values'

export type Rule =
  | 'missing-column'
  | 'misnamed-column'
  | 'missing-table'
  | 'pending'
  | 'wrong-type'
  | 'inert-paranoid'
  | 'broken-paranoid'
  | 'undecided'
  | 'unproven'
  | 'unreadable'
  | 'unused-ignore'

export type Status = 'not-paranoid' | 'ok' | Exclude<Rule, 'unreadable' | 'unused-ignore'>

export type Severity = 'error' | 'warning' | 'note'

export interface Finding {
  rule: Rule
  severity: Severity
  /** The model's name, or null when the finding is about a file. */
  model: string | null
  table?: TableName
  attribute?: string
  /** The column that Sequelize will ask for. */
  column?: string
  /** misnamed-column: the column that is there. */
  found?: string
  /** misnamed-column: all columns that may be meant, if there are several. Then `found` is left out. */
  alike?: string[]
  /** missing-column: the column is missing in a view, which our migrations cannot alter. */
  isView?: boolean
  message: string
  hint: string
  /** Problems that remain or arise once the column is there. */
  afterwards?: Afterwards[]
  /** The place that turns soft delete on, perhaps a default option in another file, or the start of a file. */
  origin: Origin
  /** The place of the model. Left out if the finding is about a file. */
  modelAt?: Origin
  /** The place that proves it: the migration that makes the table, or the unread expression. */
  evidence?: { at: Origin; says: string }
  /** Set if the tree holds several databases: the name of its own. */
  database?: string
  /** Set if somebody has accepted it: then it is counted, and makes nothing fail. */
  accepted?: Acceptance
}

/** Who accepted a finding, and why. */
export interface Acceptance {
  by: 'comment' | 'baseline' | 'config'
  reason: string
  /** The place of the comment. */
  at?: Origin
}

/** One line of a baseline: it accepts the findings of this key, up to their number when it was written. */
export interface BaselineEntry {
  rule: Rule
  /** Left out where the tree holds one database. */
  database?: string
  model: string
  /** With its schema and a dot, if it has one. Left out if it cannot be told. */
  table?: string
  /** How many findings have this key, if not one. */
  count?: number
}

/** What is to be said of a baseline after its findings were accepted. */
export interface BaselineRest {
  /** More findings have the key of the entry than it counts. */
  exceeded: { entry: BaselineEntry; found: number }[]
  /** Entries that count more than there is. */
  stale: BaselineEntry[]
  /** The baseline without what is stale, sorted. */
  kept: BaselineEntry[]
}

/** A comment that should accept a finding and accepts none. */
export interface UnusedIgnore {
  at: Origin
  /** One sentence. */
  says: string
  todo: string
}

export interface Afterwards {
  /** other-columns: queries still fail. held-key: a deleted row keeps its key, so the same pair cannot be set again. */
  kind: 'other-columns' | 'held-key'
  columns: string[]
  /** One or two sentences: what happens, and what to do. */
  says: string
  at?: Origin
}

/** Counts the models that use soft delete, or may. The four other numbers add up to `paranoid`. */
export interface Proof {
  paranoid: number
  /** The column is there. */
  proven: number
  /** Models with a finding that is an error. */
  faulty: number
  undecided: number
  unproven: number
}

/** A model and its verdict. */
export interface Judged {
  model: Model
  status: Status
  /** For undecided and unproven: one sentence. */
  reason?: string
  /** The reason without the names of this model, so that all models with the same reason share the sentence. */
  cause?: string
  evidence?: { at: Origin; operation: string; from?: string }
  finding?: Finding
  /** Set if the tree holds several databases: the name of its own. */
  database?: string
  /** What the migrations do to its table, in their order. Left out if no column is needed, or no step is known. */
  history?: TableStep[]
  /** Set if the kinds of evidence disagree: the verdict of each. */
  eyes?: SourceVerdict[]
}

/** The verdict of one kind of evidence. */
export interface SourceVerdict {
  source: Schema['source']
  status: Status
  /** One sentence that adds to the status. */
  says?: string
}
