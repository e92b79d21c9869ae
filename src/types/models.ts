/** Declares models as the code defines them, and as Sequelize makes them. */

import type { Entry, Origin, Unknown, Value } from './values'

/** Compare two names with `sameTable`, which ignores quotes and default schemas. */
export interface TableName {
  schema?: string
  name: string
  /** The schema is known only at run time, so the table is looked up by its name. */
  anySchema?: true
}

/** A unique constraint or index, as far as it is read. */
export interface Unique {
  name?: string
  columns: string[]
  /** The columns in its condition, if it applies only to some rows. */
  where?: string[]
  /** Set for a primary key of several columns. */
  primary?: true
  at: Origin
}

export type StyleName = 'define' | 'init' | 'decorators'

/** Places in a model's own file where a repair may write. Every place is in `Definition.origin.file`. */
export interface Sites {
  /**
   * The place where an option of this model alone can be set. Absent if the options are not written in this file.
   * `object`: the literal `{ … }`; `argument`: a place right before `)` where `, { … }` can be added;
   * `decorator`: a bare `@Table`, after which `({ … })` can be added, or `@Table()` (then `at` is the place inside).
   */
  options?: { how: 'object' | 'argument' | 'decorator'; at: Origin }
  /** The attributes literal `{ … }`, when it is written in this file. */
  attributes?: Origin
  /** `@DeletedAt` with its parentheses, if the class itself has it. */
  deletedAtDecorator?: Origin
  /** The class member that declares the attribute (`declare deletedAt: Date`), whole. */
  member?: Origin
}

/** A model as the code defines it, before Sequelize's rules. */
export interface Definition {
  style: StyleName
  /** define's first argument, or the class's name ('' for an anonymous one). */
  name: Value
  attributes: Value
  /** The model's own options, wrappers and base classes included. */
  options: Value
  /** The options that `new Sequelize(...)` got, or undefined when no instance was found for it. */
  sequelize: Value
  /** sequelize-typescript and v7: the decorators of the class and of its base classes, nearest class first. */
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
  /** The exported name, not the local one: 'DeletedAt', 'Column', 'ColumnName'. */
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

/** The model that Sequelize makes of a definition. A field that cannot be evaluated is an Unknown. */
export interface Model {
  name: string | Unknown
  style: StyleName
  table: TableName | Unknown
  /** The value in the merged options. */
  paranoid: boolean | Unknown
  /** Whether Sequelize really uses the column. */
  needsColumn: boolean | Unknown
  /** undefined if no column is needed. */
  attribute?: string | Unknown
  column?: string | Unknown
  /** A fault of the model itself, whatever the table is. */
  fault?: { rule: 'inert-paranoid' | 'broken-paranoid'; says: string; at: Origin }
  /** The property, decorator or default that makes it paranoid (it may lie in another file). */
  paranoidAt?: Origin
  /** The value's expression there, when it can be rewritten to `false`. */
  paranoidValueAt?: Origin
  /** The effective `deletedAt` option, if one is written. */
  deletedAtOption?: Entry
  /** The declaration of the attribute, if it is declared: its property, and its literal's entries. */
  declared?: Entry
  /** The model's `underscored` option. Repair C needs it to know how Sequelize writes a name. */
  underscored: boolean | Unknown
  /** Other columns that Sequelize itself uses, if the model needs the column: createdAt, updatedAt, version. */
  alsoAsksFor?: string[]
  /** Unique keys in the model's code, as far as they are read. Set only if the model may need the column. */
  uniques?: Unique[]
  origin: Origin
  sites: Sites
  trace: Step[]
}

/** A model as Sequelize made it when its file was run. */
export interface Reflected {
  name: string
  /** The project's stack frames when the model was initialized, innermost first. Files are absolute. */
  places: { file: string; line: number }[]
  table: TableName
  paranoid: boolean
  needsColumn: boolean
  attribute?: string
  column?: string
  /** Whether it was defined on an instance of this tool, because the project's files made none. */
  bySpare?: true
}

/** The result of running the project's model files. */
export interface Reflection {
  models: Reflected[]
  /** Files that could not be run, and why. */
  faults: { file: string; says: string }[]
  /** Unset environment variables that the project's files read. */
  unset?: string[]
}
