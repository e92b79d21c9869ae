/** What an error text says, and who is meant by it. */

import type { Judged } from './findings'
import type { TableName } from './models'
import type { Origin } from './values'

/** One end of an association: the place of the definition where it could be followed, else the name as it is written. */
export interface ModelRef {
  name: string
  origin?: Origin
}

export interface Association {
  kind: 'hasMany' | 'hasOne' | 'belongsTo' | 'belongsToMany'
  source: ModelRef
  target: ModelRef
  /** What queries call it; undefined where that cannot be read. */
  alias?: string
  at: Origin
}

/** A line of a stack trace. */
export interface Frame {
  /** As it is written: of another machine, perhaps. */
  file: string
  line: number
  /** `Session.findAll`, where a method of something is named. */
  call?: { on: string; method: string }
}

/** One error of a text; the same one twice is counted. */
export interface Report {
  /** A column or a table that is not there, `deletedAt: false`, or restore() of a model that is not paranoid. */
  fault: 'column' | 'table' | 'no-attribute' | 'not-paranoid'
  /** The error's own sentence. */
  says: string
  /** undefined: more than one kind of database words it so, or none did. */
  dialect?: string
  column?: string
  /** What stands before the column, split at `->`: a model's name, a table's, or the aliases of associations. */
  path: string[]
  /** The table asked for, by the error itself or by its SQL; several where the SQL leaves it open. */
  tables: TableName[]
  /** Other spellings of the column that the database proposes. */
  proposed: string[]
  /** The SQL only reads the column, without a filter on it: `paranoid: false` in the query. */
  unfiltered?: boolean
  /** Innermost first. */
  frames: Frame[]
  count: number
}

export type Cause =
  /** The migrations never make it. */
  | 'missing-column'
  /** It is there under another name. */
  | 'misnamed-column'
  /** A migration makes it, so it has not run there. */
  | 'not-migrated'
  /** The query writes the name without the quotes that it needs. */
  | 'unquoted-name'
  /** The model of this code asks for no such column. */
  | 'not-asked'
  | 'inert-paranoid'
  | 'broken-paranoid'
  | 'missing-table'
  | 'undecided'
  | 'unproven'

/** A model that may be meant, and what would be the matter with it. */
export interface Suspect {
  judged: Judged
  cause: Cause
  /** What is the matter, in one to three sentences. */
  says: string[]
  /** What shows it, besides the model itself. */
  evidence?: { at: Origin; says: string }
  /** What to do where no command does it, or before it. */
  todo?: string
  /** What repairs it; the first is the one to take. */
  commands: string[]
}

export interface Diagnosis {
  report: Report
  /** One: it is meant. Several: the text leaves it open. None: no model of the project is. */
  suspects: Suspect[]
  /** How the model was found, or why it was not, in one sentence. */
  because: string
  /** What of the user's code made the query, as far as the stack trace tells. */
  at?: Origin
}
