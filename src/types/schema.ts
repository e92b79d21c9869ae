/** Declares schemas, and the changes that migrations make to them. */

import type { TableName, Unique } from './models'
import type { Origin, Unheard, Unknown } from './values'

export interface Column {
  /** The name in the database. */
  name: string
  /** The type as written, in upper case: of Sequelize ('DATE') or SQL ('TIMESTAMPTZ'). undefined if it was not read. */
  type?: string
  allowNull?: boolean
  hasDefault?: boolean
  /** Set if the column's own definition is unique. Other unique keys are in the table. */
  unique?: true
  /** The foreign key in the column's own definition. */
  references?: Pick<Reference, 'to' | 'onDelete'>
  /** A guarded removal may have removed it; or it was added `early`, before the table is made. */
  perhapsGone?: true | 'early'
  /** Left out if the source is a database. */
  at?: Origin
  /** 'createTable', 'addColumn', 'renameColumn', 'sql', 'database'. */
  operation: string
  /** The file from which a migration read the SQL. */
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
  /** Set if columns or the table could not be read: an absent column may exist. */
  open?: Unknown
  /** Left out if the source is a database. */
  at?: Origin
  /** The history only alters the table, and does not make it. */
  createdElsewhere?: boolean
  perhapsGone?: boolean
  /** From a database: the relation that was found. */
  relation?: Relation
  /** From a database: a sentence that says why the table may exist although the database does not show it. */
  unseen?: string
}

export interface Schema {
  source: 'migrations' | 'replay' | 'database' | 'none'
  tables: Table[]
  /** Unread places that name no table: they may change any table, in the given columns if they are known. */
  blind: { unknown: Unknown; columns?: string[] }[]
  /** Migrations in which no operation was found. */
  unheard?: Unheard[]
  /** Of migrations: what they do to each table, by a key of its last name. */
  histories?: Map<string, TableStep[]>
}

/** What one step of a history does to a table. */
export interface TableStep {
  does: Exclude<Change['do'], 'addUnique' | 'addReference' | 'removeKey' | 'dropSchema' | 'dropAllTables'>
  /** The columns that it makes, adds, changes, removes or renames. Of an unread one: those that it may touch. */
  columns: string[]
  /** The new name, if it renames. */
  to?: string
  at: Origin
  operation: string
  /** `false` means that the change is guarded, and may not have happened. */
  sure: boolean
  /** The file that holds the SQL. */
  from?: string
  /** Why it is unread. */
  says?: string
}

/** A change of the schema by one step of a history: a queryInterface call or an SQL statement. */
export type Change =
  | {
      do: 'createTable'
      table: TableName
      columns: ColumnSpec[]
      /** Columns that could not be read. */
      open?: Unknown
      /** The tables from which they are copied. If all columns of these tables are known, `open` does not apply. */
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
  /** Removes an index or a constraint by its name or columns. `table` is left out if only the name is known. */
  | { do: 'removeKey'; table?: TableName; name?: string; columns?: string[] }
  | { do: 'dropSchema'; schema: string }
  /** `skip`: the tables that stay. */
  | { do: 'dropAllTables'; skip?: string[] }
  /** An unread change of these tables. If there are no tables, it may change any table. */
  | {
      do: 'unread'
      tables: TableName[]
      unknown: Unknown /** The only columns it touches. */
      columns?: string[]
      /** The change may remove the columns or the tables. */
      takes?: true
    }

/** Columns that a new table takes over from another. */
export interface CopiedColumns {
  from: TableName
  /** The copied columns with their new names. One without `column` is computed. */
  only?: { column?: string; as: string }[]
  /** Whether the copy keeps NOT NULL. */
  allowNull: boolean
  /** Whether the copy keeps defaults. */
  hasDefault: boolean
  /** Whether the copy keeps unique keys. */
  uniques: boolean
}

/** A column in a change. Absent fields are not specified; changeColumn leaves them as they are. */
export type ColumnSpec = Pick<Column, 'name' | 'type' | 'allowNull' | 'hasDefault' | 'unique' | 'references'>

/** A table or view in the database. */
export interface Relation {
  schema?: string
  name: string
  kind: 'table' | 'partitioned table' | 'view' | 'materialized view' | 'foreign table'
  /** Whether an unqualified name finds it. */
  visible: boolean
  /** Another session is altering it, so its columns cannot be read. */
  changing?: true
  columns: ColumnSpec[]
}
