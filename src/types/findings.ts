/** What follows. */

import type { Model, TableName } from './models'
import type { Schema } from './schema'
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

export type Status = 'not-paranoid' | 'ok' | Exclude<Rule, 'unreadable'>

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
  /** misnamed-column, where several may be meant: all of them; `found` is left out then. */
  alike?: string[]
  /** missing-column: what lacks it is a view, which no migration of ours can alter. */
  isView?: boolean
  message: string
  hint: string
  /** What stays wrong, or goes wrong, once the column is there. */
  afterwards?: Afterwards[]
  /** Of what asks for soft delete: an option, which a default in another file may bring, or a file as a whole. */
  origin: Origin
  /** Where the model is defined; left out when the finding is about a file. */
  modelAt?: Origin
  /** What proves it: the place that made the table, or the unread expression. */
  evidence?: { at: Origin; says: string }
  /** Where a tree holds several databases: the name of its own. */
  database?: string
}

export interface Afterwards {
  /** other-columns: queries fail all the same. held-key: a deleted row goes on holding a key, so the same pair cannot be set again. */
  kind: 'other-columns' | 'held-key'
  columns: string[]
  /** One or two sentences: what happens, and what to do. */
  says: string
  at?: Origin
}

/** What the models that ask for soft delete, or may, come to. The four others add up to `paranoid`. */
export interface Proof {
  paranoid: number
  /** The column is there. */
  proven: number
  /** They have a finding that is an error. */
  faulty: number
  undecided: number
  unproven: number
}

/** A model and what the evidence says of it. */
export interface Judged {
  model: Model
  status: Status
  /** For undecided and unproven: one sentence. */
  reason?: string
  /** The same without the names of this model: the same sentence for every model that it concerns. */
  cause?: string
  evidence?: { at: Origin; operation: string; from?: string }
  finding?: Finding
  /** Where a tree holds several databases: the name of its own. */
  database?: string
  /** Where the eyes that were asked disagree: what each of them says. */
  eyes?: Sight[]
}

/** What one eye sees of a model. */
export interface Sight {
  source: Schema['source']
  status: Status
  /** One sentence, where there is more to say than the status. */
  says?: string
}
