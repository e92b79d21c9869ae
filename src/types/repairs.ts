/** Declares repairs, their edits and plans. */

import type { Finding, Judged } from './findings'
import type { Model } from './models'
import type { Naming } from './runners'

/** The name of a repair in repairs/index.ts. */
export type RepairName = string

export type Edit =
  | { kind: 'create'; file: string; text: string }
  /** Offsets into the text as read; `expected` is the text there. A file that was changed meanwhile is refused. */
  | { kind: 'replace'; file: string; span: readonly [number, number]; expected: string; text: string }

/** A repair of one finding that edits files and writes no new one. */
export interface Fix {
  repair: RepairName
  /** 'C: map the attribute to …' */
  says: string
  edits: Extract<Edit, { kind: 'replace' }>[]
}

export interface Repaired {
  finding: Finding
  repair: RepairName
  edits: Edit[]
  /** One sentence for the terminal that says what was done and why. */
  says: string
}

/** The text of a file before and after a plan. `before` is absent for a new file. */
export interface Planned {
  /** Absolute. */
  file: string
  before?: string
  after: string
}

export interface Plan {
  repaired: Repaired[]
  left: Finding[]
  notes: string[]
}

/** The input of a repair. Repairs do not access the disk. */
export interface RepairContext {
  /** Every judged model, because an edit of a shared place affects others. */
  models: Judged[]
  /** Returns the text of a file as it was read, or undefined if it cannot be read. */
  read(file: string): string | undefined
  /** Returns the project's files that import this one, also by re-exports. Left out or undefined if unknown. */
  users?(file: string): string[] | undefined
  migrations: MigrationContext
}

export interface MigrationContext {
  /** Absolute: the folder of a new migration. */
  folder: string
  /** File names in the folders of migrations. */
  existing: string[]
  /** Those that have run, and so are not pending. */
  ran?: string[]
  /** The first timestamp, YYYYMMDDHHmmss in UTC. Each further one is a second later. */
  timestamp: string
  /** Whether the timestamp comes from --timestamp. */
  fixed: boolean
  /** How its name is numbered. */
  naming: Naming
  /** The files of a migration. Empty if none can be written. */
  parts: MigrationPart[]
  withIndex: boolean
  /** A second migration for the index. Left out if the template makes the index too, as the user's own may. */
  indexPart?: MigrationPart
  /** The reason why no migration is written. */
  cannot?: string
  /** The SQL template that is shown instead. */
  sql?: { text: string; file: string }
}

/** One file of a new migration. */
export interface MigrationPart {
  /** '.cjs' or '.up.sql'. */
  suffix: string
  /** The subfolder in the folder of migrations. */
  below?: string
  /** The template names no schema. */
  schemaless?: true
  template: { text: string; file: string }
  /** A file that the migration needs, absolute. It is written where it is missing. */
  helper?: { file: string; text: string }
}

/** One way to repair. A new one needs one file, one line in repairs/index.ts, and one fixture folder. */
export interface Repair {
  name: RepairName
  /** The letter that users see: A, B, C. */
  letter: string
  /** The rules for which it is recommended, and a clause that says why. */
  recommended: { for: Finding['rule'][]; why: string }
  /** Whether it can repair this finding. */
  fits(finding: Finding, model: Model): boolean
  /** Returns one line that says what it would do, for the question at the terminal. */
  describe(finding: Finding, model: Model): string
  /** Returns the edits, or the reason why it cannot repair. */
  plan(
    judged: Judged & { finding: Finding },
    context: RepairContext,
  ): { edits: Edit[]; says: string } | { cannot: string }
}
