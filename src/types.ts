/** Every noun of the house and the contracts of its wings. Imports nothing. */

// ---------------------------------------------------------------- places and values

/** A place in a file. Everything that is read remembers where. */
export interface Origin {
  /** Absolute path, the platform's separators. */
  file: string
  /** 1-based. */
  line: number
  /** 1-based. */
  column: number
  /** Offsets into the text as it was read: [start, end). A byte-order mark counts as one. */
  span: readonly [start: number, end: number]
}

/** A value that could not be evaluated. Never a guess. */
export interface Unknown {
  kind: 'unknown'
  /** The source text of the expression, shortened. */
  text: string
  at: Origin
  /** One clause: "flags is not imported from a file that can be read". */
  why: string
  /** Of a text with unread parts: the text, with `__unread_N__` for each such part. */
  partial?: string
}

export interface ListValue {
  kind: 'list'
  items: Value[]
  /** Set when an unread part may hold further items. */
  open?: Unknown
}

/** One property of an object, with the place that wrote it (it may lie in another file than the object). */
export interface Entry {
  value: Value
  /** The whole property, key to value. */
  at: Origin
  /** The value's expression alone. */
  valueAt: Origin
}

export interface ObjectValue {
  kind: 'object'
  entries: Map<string, Entry>
  /** Set after a spread that could not be read: an absent key may still be there. */
  open?: Unknown
  /** The literal, braces included, or the expression that made it. */
  at: Origin
}

/** Something of a package, by its path: `DataTypes.STRING(50)` is { module: 'sequelize', path: ['DataTypes', 'STRING'], args: [50] }. */
export interface TypeRef {
  kind: 'ref'
  /** The package; absent when it is only known by the name written. */
  module?: string
  path: string[]
  args?: Value[]
  text: string
}

/** One of several values, by something only known at run time (an environment, a branch). */
export interface Choice {
  kind: 'choice'
  /** `when` names the case in words of the source: "development", "config.use_env_variable". */
  of: { value: Value; when: string }[]
  at: Origin
}

export type Primitive = string | number | boolean | null | undefined
export type Value = Primitive | ListValue | ObjectValue | TypeRef | Choice | Unknown

// ---------------------------------------------------------------- models

/** Compared only in schema.ts. */
export interface TableName {
  schema?: string
  name: string
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
  origin: Origin
  sites: Sites
  trace: Step[]
}

// ---------------------------------------------------------------- schema

export interface Column {
  /** As the database names it. */
  name: string
  /** The type in the words of its source: a Sequelize type name ('DATE') or SQL ('timestamptz'), upper case; undefined when not read. */
  type?: string
  allowNull?: boolean
  hasDefault?: boolean
  /** A guarded removal may have taken it away. */
  perhapsGone?: boolean
  at: Origin
  /** 'createTable', 'addColumn', 'renameColumn', 'sql'. */
  operation: string
}

export interface Table {
  name: TableName
  columns: Map<string, Column>
  /** Columns or the table itself that could not be read: an absent column may be there. */
  open?: Unknown
  at: Origin
  /** The history only alters it: it was made elsewhere. */
  madeElsewhere?: boolean
  perhapsGone?: boolean
}

export interface Schema {
  source: 'migrations' | 'replay' | 'database' | 'none'
  tables: Table[]
  /** Places that could not be read and name no table: any table may be touched there (in those columns, where they are known). */
  blind: { unknown: Unknown; columns?: string[] }[]
}

/** What one step of a history does to the schema: the common tongue of queryInterface calls and of SQL. */
export type Change =
  | {
      do: 'createTable'
      table: TableName
      columns: ColumnSpec[] /** Columns that could not be read. */
      open?: Unknown
      ifNotExists?: boolean
    }
  | { do: 'dropTable'; table: TableName }
  | { do: 'renameTable'; table: TableName; to: TableName }
  | { do: 'addColumn'; table: TableName; column: ColumnSpec }
  | { do: 'removeColumn'; table: TableName; column: string }
  | { do: 'renameColumn'; table: TableName; column: string; to: string }
  | { do: 'changeColumn'; table: TableName; column: ColumnSpec }
  | { do: 'dropSchema'; schema: string }
  | { do: 'dropAllTables' }
  /** Something that may change these tables in a way that could not be read. No tables: it may be any table. */
  | {
      do: 'unread'
      tables: TableName[]
      unknown: Unknown /** The only columns it touches. */
      columns?: string[]
    }

/** A column as a change names it; absent fields were not said (changeColumn leaves them as they are). */
export type ColumnSpec = Pick<Column, 'name' | 'type' | 'allowNull' | 'hasDefault'>

// ---------------------------------------------------------------- findings

export type Rule =
  | 'missing-column'
  | 'misnamed-column'
  | 'missing-table'
  | 'wrong-type'
  | 'inert-paranoid'
  | 'broken-paranoid'
  | 'undecided'
  | 'unproven'
  | 'unreadable'

export type Status = 'not-paranoid' | 'ok' | Exclude<Rule, 'missing-table' | 'unreadable'>

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
  message: string
  hint: string
  origin: Origin
  /** What proves it: the place that made the table, or the unread expression. */
  evidence?: { at: Origin; says: string }
}

/** A model and what the evidence says of it. */
export interface Judged {
  model: Model
  status: Status
  /** For undecided and unproven: one sentence. */
  reason?: string
  evidence?: { at: Origin; operation: string }
  finding?: Finding
}

// ---------------------------------------------------------------- repairs

export type RepairName = 'add-column' | 'disable-paranoid' | 'map-column'

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
  /** The first stamp, YYYYMMDDHHmmss, UTC. Later ones rise by a second. */
  timestamp: string
  /** Whether the user fixed the stamp by --timestamp. */
  fixed: boolean
  /** The template program. */
  template: { text: string; extension: '.cjs' | '.ts' | '.js'; file: string }
  withIndex: boolean
}

/** One way to repair. Adding one = one file, one line in repairs/index.ts, one fixture folder. */
export interface Repair {
  name: RepairName
  /** A, B or C in what is shown. */
  letter: 'A' | 'B' | 'C'
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

// ---------------------------------------------------------------- commands

/** What tells the scan where to look. */
export interface ScanSettings {
  /** Absolute; the working directory, which is the project's root. */
  cwd: string
  /** Files or folders, as given. */
  paths: string[]
  /** --migrations, as given; empty: found by .sequelizerc or in the usual places. */
  migrations: string[]
  /** --ignore globs. */
  ignore: string[]
  /** --no-ignore: also what .gitignore and the defaults leave out. */
  noIgnore: boolean
  /** --sequelize-version. */
  sequelizeVersion?: string
  /** --only: names of models. */
  only: string[]
  /** --strict: undecided and unproven count as findings. */
  strict: boolean
}

/** What a scan found. */
export interface Scan {
  project: Project
  schema: Schema
  /** How many files were read as model files. */
  files: number
  models: Judged[]
  findings: Finding[]
  notes: string[]
}

/** Rules differ with the version; the plural is made by the project's own inflection. */
export interface Inflector {
  pluralize(word: string): string
  singularize(word: string): string
  underscore(word: string): string
}

/** What was found about the project around the models. */
export interface Project {
  /** Absolute. */
  root: string
  /** '6.37.8', or undefined when neither node_modules, a lock file nor package.json tells. */
  sequelize?: string
  dialect?: string
  /** Absolute folders. */
  migrations: string[]
}

export interface Written {
  kind: 'migration' | 'rewrite'
  file: string
  backup?: string
}

/** What every command returns; only cli.ts prints it. */
export interface Outcome {
  command: string
  project: Project
  evidence: Schema['source']
  files: number
  models: Judged[]
  findings: Finding[]
  plan?: Plan
  /** The plan's files, for --dry-run. */
  planned?: Planned[]
  written: Written[]
  notes: string[]
  exitCode: 0 | 1 | 2
}

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
  width: number
  version: string
  /** A line of a file, for showing the place; undefined when it cannot be had. */
  line(file: string, line: number): string | undefined
  dryRun: boolean
}
