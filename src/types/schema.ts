/** What is there, and what changes it. */

import type { TableName, Unique } from './models'
import type { Origin, Unheard, Unknown } from './values'

export interface Column {
  /** As the database names it. */
  name: string
  /** The type in the words of its source: a Sequelize type name ('DATE') or SQL ('timestamptz'), upper case; undefined when not read. */
  type?: string
  allowNull?: boolean
  hasDefault?: boolean
  /** Its own definition says so; further uniques are the table's. */
  unique?: true
  /** What its own definition points to. */
  references?: Pick<Reference, 'to' | 'onDelete'>
  /** A guarded removal may have taken it away. */
  perhapsGone?: boolean
  /** Left out where a database tells of it. */
  at?: Origin
  /** 'createTable', 'addColumn', 'renameColumn', 'sql', 'database'. */
  operation: string
  /** The file that a migration read the SQL from. */
  from?: string
}

/** A foreign key, as far as it is read. */
export interface Reference {
  name?: string
  columns: string[]
  to: TableName
  /** 'CASCADE', 'SET NULL', … */
  onDelete?: string
  at: Origin
}

export interface Table {
  name: TableName
  columns: Map<string, Column>
  uniques?: Unique[]
  references?: Reference[]
  /** Columns or the table itself that could not be read: an absent column may be there. */
  open?: Unknown
  /** Left out where a database tells of it. */
  at?: Origin
  /** The history only alters it: it was made elsewhere. */
  madeElsewhere?: boolean
  perhapsGone?: boolean
  /** Of a database: what it is there, and where it was found. */
  relation?: Relation
  /** Of a database: why it may be there although it is not seen, as a sentence. */
  unseen?: string
}

export interface Schema {
  source: 'migrations' | 'replay' | 'database' | 'none'
  tables: Table[]
  /** Places that could not be read and name no table: any table may be touched there (in those columns, where they are known). */
  blind: { unknown: Unknown; columns?: string[] }[]
  /** Migrations in which no operation was found. */
  unheard?: Unheard[]
}

/** What one step of a history does to the schema: the common tongue of queryInterface calls and of SQL. */
export type Change =
  | {
      do: 'createTable'
      table: TableName
      columns: ColumnSpec[]
      /** Columns that could not be read. */
      open?: Unknown
      /** Where those are: `open` holds only where the columns of one of these tables are not known. */
      copies?: CopiedColumns[]
      ifNotExists?: boolean
    }
  | { do: 'dropTable'; table: TableName }
  | { do: 'renameTable'; table: TableName; to: TableName }
  | { do: 'addColumn'; table: TableName; column: ColumnSpec }
  | { do: 'removeColumn'; table: TableName; column: string }
  | { do: 'renameColumn'; table: TableName; column: string; to: string }
  | { do: 'changeColumn'; table: TableName; column: ColumnSpec }
  | { do: 'addUnique'; table: TableName; unique: Omit<Unique, 'at'> }
  | { do: 'addReference'; table: TableName; reference: Omit<Reference, 'at'> }
  /** An index or a constraint, by its name or its columns; no table where the name alone tells. */
  | { do: 'removeKey'; table?: TableName; name?: string; columns?: string[] }
  | { do: 'dropSchema'; schema: string }
  | { do: 'dropAllTables' }
  /** Something that may change these tables in a way that could not be read. No tables: it may be any table. */
  | {
      do: 'unread'
      tables: TableName[]
      unknown: Unknown /** The only columns it touches. */
      columns?: string[]
      /** It may take them, or the tables, away. */
      takes?: true
    }

/** Columns that a new table takes over from another. */
export interface CopiedColumns {
  from: TableName
  /** These alone, under these names; one without a column is computed. */
  only?: { column?: string; as: string }[]
  /** Whether it keeps what may not be null, … */
  allowNull: boolean
  /** … what has a default, … */
  hasDefault: boolean
  /** … and what is unique. */
  uniques: boolean
}

/** A column as a change names it; absent fields were not said (changeColumn leaves them as they are). */
export type ColumnSpec = Pick<Column, 'name' | 'type' | 'allowNull' | 'hasDefault' | 'unique' | 'references'>

/** Something with columns that is in the database. */
export interface Relation {
  schema?: string
  name: string
  kind: 'table' | 'partitioned table' | 'view' | 'materialized view' | 'foreign table'
  /** Whether an unqualified name finds it. */
  visible: boolean
  /** Somebody alters it at this moment, so that its columns are not told. */
  changing?: true
  columns: ColumnSpec[]
}
