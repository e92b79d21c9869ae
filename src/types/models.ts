/** What the code asks for. */

import type { Entry, Origin, Unknown, Value } from './values'

/** Compared only in schema.ts. */
export interface TableName {
  schema?: string
  name: string
  /** The schema is known at run time only: the table is looked for by its name. */
  anySchema?: true
}

/** A unique constraint or index, as far as it is read. */
export interface Unique {
  name?: string
  columns: string[]
  /** The columns that its condition names: it holds for some rows only. */
  where?: string[]
  /** It is the primary key, of several columns. */
  primary?: true
  at: Origin
}

export type StyleName = 'define' | 'init' | 'decorators'

/** Where a repair may write in a model's own file. Every place is in `Definition.origin.file`. */
export interface Sites {
  /**
   * Where an option of this model alone can be set.
   * `object`: the literal `{ … }`; `argument`: a place right before `)` where `, { … }` can be added;
   * `decorator`: a bare `@Table`, after which `({ … })` can be added, or `@Table()` (`at` is then the empty place inside).
   * Absent when the options are not written in this file.
   */
  options?: { how: 'object' | 'argument' | 'decorator'; at: Origin }
  /** The attributes literal `{ … }`, when it is written in this file. */
  attributes?: Origin
  /** `@DeletedAt` with its parentheses, if the class itself has it. */
  deletedAtDecorator?: Origin
  /** The class member that declares the attribute (`declare deletedAt: Date`), whole. */
  member?: Origin
}

/** What a style finds in the code, before Sequelize's rules. */
export interface Definition {
  style: StyleName
  /** define's first argument, or the class's name ('' for an anonymous one). */
  name: Value
  attributes: Value
  /** The model's own options, wrappers and base classes included. */
  options: Value
  /** The options that `new Sequelize(...)` got, or undefined when no instance was found for it. */
  sequelize: Value
  /** sequelize-typescript and v7: what the decorators of the class and of its bases say, nearest class first. */
  decorated?: DecoratedClass[]
  origin: Origin
  sites: Sites
}

/** One class of a decorated chain. */
export interface DecoratedClass {
  name: string
  at: Origin
  /** `@Table(...)`'s argument; undefined without @Table. `abstract` for v7's @Table.Abstract. */
  table?: { options: Value; abstract: boolean; at: Origin }
  properties: { name: string; at: Origin; decorators: Decorator[] }[]
}

export interface Decorator {
  /** The exported name, whatever it is called here: 'DeletedAt', 'Column', 'ColumnName'. */
  name: string
  module: string
  args: Value[]
  at: Origin
}

/** A rule that was applied, in the order of application; `why` prints it. */
export interface Step {
  /** 'R14', after the table of rules in docs/rules.md. */
  rule: string
  /** One sentence with the values in it. */
  says: string
  at?: Origin
}

/** What Sequelize makes of a definition. A field that cannot be told is an Unknown. */
export interface Model {
  name: string | Unknown
  style: StyleName
  table: TableName | Unknown
  /** What the merged options say. */
  paranoid: boolean | Unknown
  /** Whether Sequelize really uses the column. */
  needsColumn: boolean | Unknown
  /** undefined where no column is needed. */
  attribute?: string | Unknown
  column?: string | Unknown
  /** The fault that is in the model itself, whatever the table is. */
  fault?: { rule: 'inert-paranoid' | 'broken-paranoid'; says: string; at: Origin }
  /** The property, decorator or default that makes it paranoid (it may lie in another file). */
  paranoidAt?: Origin
  /** The value's expression there, when it can be rewritten to `false`. */
  paranoidValueAt?: Origin
  /** The `deletedAt` option that holds, if one is written. */
  deletedAtOption?: Entry
  /** The declaration of the attribute, if it is declared: its property, and its literal's entries. */
  declared?: Entry
  /** The model's `underscored`, for C: what a name would be turned into. */
  underscored: boolean | Unknown
  /** The other columns that Sequelize asks for by itself, where it needs the column: createdAt, updatedAt, version. */
  alsoAsksFor?: string[]
  /** Uniques that the model itself writes, as far as they are read; only where it may need the column. */
  uniques?: Unique[]
  origin: Origin
  sites: Sites
  trace: Step[]
}

/** What Sequelize itself made of a model when its file was run. */
export interface Reflected {
  name: string
  /** The project's places that were at work as the model was initialized, the innermost first; files are absolute. */
  places: { file: string; line: number }[]
  table: TableName
  paranoid: boolean
  needsColumn: boolean
  attribute?: string
  column?: string
}

/** What became of the project's model files as they were run. */
export interface Reflection {
  models: Reflected[]
  /** Files that could not be run, and why. */
  faults: { file: string; says: string }[]
  /** Variables that files which could not be run asked for, and that are not set. */
  unset?: string[]
}
