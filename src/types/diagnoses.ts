/** Declares what is read from an error text, and the models that may be its cause. */

import type { Judged } from './findings'
import type { TableName } from './models'
import type { Origin } from './values'

/** One end of an association: its name, and the place of its definition if that was found. */
export interface ModelRef {
  name: string
  origin?: Origin
}

export interface Association {
  kind: 'hasMany' | 'hasOne' | 'belongsTo' | 'belongsToMany'
  source: ModelRef
  target: ModelRef
  /** The alias in queries, or undefined if it cannot be read. */
  alias?: string
  at: Origin
}

/** A line of a stack trace. */
export interface Frame {
  /** The path as written, perhaps on another machine. */
  file: string
  line: number
  /** `Session.findAll`, if the line names a method. */
  call?: { on: string; method: string }
}

/** One error of a text. Repeated errors are counted. */
export interface Report {
  /** A missing column or table, `deletedAt: false`, or restore() of a model that is not paranoid. */
  fault: 'column' | 'table' | 'no-attribute' | 'not-paranoid'
  /** The message of the error. */
  says: string
  /** The dialect that words errors so, or undefined if several do or none does. */
  dialect?: string
  column?: string
  /** The prefix of the column, split at `->`: the name of a model or table, or the aliases of associations. */
  path: string[]
  /** The table in the error or in its SQL; several if the SQL is ambiguous. */
  tables: TableName[]
  /** Spellings of the column that the database suggests. */
  proposed: string[]
  /** The SQL only reads the column, without a filter on it: `paranoid: false` in the query. */
  unfiltered?: boolean
  /** Innermost first. */
  frames: Frame[]
  count: number
}

export type Cause =
  /** No migration adds the column. */
  | 'missing-column'
  /** The column has another name. */
  | 'misnamed-column'
  /** A migration adds the column, so it has not run in that database. */
  | 'not-migrated'
  /** The query writes the name without the quotes that it needs. */
  | 'unquoted-name'
  /** The model in this code does not use the column. */
  | 'not-asked'
  | 'inert-paranoid'
  | 'broken-paranoid'
  | 'missing-table'
  | 'undecided'
  | 'unproven'

/** A model that the error may be about, and the probable cause. */
export interface Suspect {
  judged: Judged
  cause: Cause
  /** The cause, in one to three sentences. */
  says: string[]
  /** The place that proves the cause, besides the model. */
  evidence?: { at: Origin; says: string }
  /** What the user must do before the commands, or instead of them. */
  todo?: string
  /** Commands that repair the cause. The first is recommended. */
  commands: string[]
}

export interface Diagnosis {
  report: Report
  /** The models that may be meant: several if the text is ambiguous, none if no model fits. */
  suspects: Suspect[]
  /** One sentence that says how the model was found, or why it was not. */
  because: string
  /** The place in the user's code that made the query, if the stack trace shows it. */
  at?: Origin
}
