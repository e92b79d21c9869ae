/** What to do about it. */

import type { Finding, Judged } from './findings'
import type { Model } from './models'
import type { Naming } from './runners'

/** One of the list in repairs/index.ts. */
export type RepairName = string

export type Edit =
  | { kind: 'create'; file: string; text: string }
  /** Offsets into the text as read; `expected` is what stands there. A file that was changed meanwhile is refused. */
  | { kind: 'replace'; file: string; span: readonly [number, number]; expected: string; text: string }

export interface Repaired {
  finding: Finding
  repair: RepairName
  edits: Edit[]
  /** One sentence for the terminal: what was done and why this way. */
  says: string
}

/** What a file will hold once a plan is carried out. `before` is absent for a new file. */
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

/** What a repair may know. Everything is read beforehand: repairs touch no disk. */
export interface RepairContext {
  /** Every judged model, to tell who else a shared place would affect. */
  models: Judged[]
  /** The text of a file as it was read; undefined if it cannot be read. */
  read(file: string): string | undefined
  /** The project's files that import this one, re-exports included; left out or undefined: nobody looked, others may. */
  users?(file: string): string[] | undefined
  migrations: MigrationContext
}

export interface MigrationContext {
  /** Absolute; where a new migration goes. */
  folder: string
  /** File names that are in the migrations folders. */
  existing: string[]
  /** Of these, what has run: it is nothing that waits. */
  ran?: string[]
  /** The first stamp, YYYYMMDDHHmmss, UTC. Later ones rise by a second. */
  timestamp: string
  /** Whether the user fixed the stamp by --timestamp. */
  fixed: boolean
  /** How its name is numbered. */
  naming: Naming
  /** The files that a migration consists of; empty where none can be written. */
  parts: MigrationPart[]
  withIndex: boolean
  /** A second migration, for the index. Left out: the template makes the index too, as the user's own does. */
  indexPart?: MigrationPart
  /** Why no migration is written here. */
  cannot?: string
  /** The template of SQL that is shown in its place. */
  sql?: { text: string; file: string }
}

/** One file of a new migration. */
export interface MigrationPart {
  /** '.cjs', '.up.sql' */
  suffix: string
  /** The folder below that of the migrations. */
  below?: string
  /** It names no schema. */
  schemaless?: true
  template: { text: string; file: string }
}

/** One way to repair. Adding one = one file, one line in repairs/index.ts, one fixture folder. */
export interface Repair {
  name: RepairName
  /** In what is shown: A, B, C. */
  letter: string
  /** Where it is the right one for most, and why, as a clause. */
  recommended: { for: Finding['rule'][]; why: string }
  /** Whether it can repair this finding at all. */
  fits(finding: Finding, model: Model): boolean
  /** What it would do, one line for the question at the terminal. */
  describe(finding: Finding, model: Model): string
  /** The edits, or the reason why it cannot. */
  plan(
    judged: Judged & { finding: Finding },
    context: RepairContext,
  ): { edits: Edit[]; says: string } | { cannot: string }
}
