/** SQLite. It has no schemas: Sequelize makes them part of the name. */

import type { Dialect, Relation, Row, Whereabouts } from '../types'
import { grouped } from './rows'

interface CatalogRow extends Row {
  name: string
  kind: string
  column: string
  type: string
  notNull: number
  fallback: string | null
}

export const sqlite: Dialect = {
  name: 'sqlite',
  spellings: ['sqlite', 'sqlite3'],
  driver: () => 'sqlite3',
  quote: (name) => `\`${name.replaceAll('`', '``')}\``,
  place: ({ schema, name }) => ({ name: schema ? `${schema}.${name}` : name }),
  whereabouts: {
    sql: "SELECT sqlite_version() AS server, (SELECT file FROM pragma_database_list WHERE name = 'main') AS file",
    read: ([row]): Whereabouts => ({
      database: String(row!.file || ':memory:'),
      server: `SQLite ${row!.server}`,
      path: [],
      foldsTables: true,
      seesAll: true,
    }),
  },
  relations: (names) => ({
    sql: `SELECT m.name AS name, m.type AS kind, c.name AS "column", c.type AS type, c."notnull" AS "notNull",
        c.dflt_value AS fallback
      FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type IN ('table', 'view') AND lower(m.name) IN (:names) ORDER BY m.name, c.cid`,
    replacements: { names: names.map((name) => name.toLowerCase()) },
    read: (rows): Relation[] =>
      grouped(
        rows as CatalogRow[],
        ({ name, kind }) => ({ name, kind: kind === 'view' ? 'view' : 'table', visible: true }),
        ({ column, type, notNull, fallback }) => ({
          name: column,
          type: String(type).toUpperCase(),
          allowNull: Number(notNull) === 0,
          hasDefault: fallback !== null && !/^null$/i.test(fallback),
        }),
      ),
  }),
  burden: (relation) => ({
    sql: `SELECT count(*) AS n FROM ${sqlite.quote(relation.name)}`,
    read: ([row]) => ({ mayAlter: true, rows: Number(row?.n ?? 0) }),
  }),
  faults: [
    {
      when: /SQLITE_CANTOPEN/i,
      what: 'The database file cannot be opened.',
      todo: 'Check `storage` in the config: it is read from the working directory.',
    },
    {
      when: /SQLITE_NOTADB|file is not a database/i,
      what: 'The file is no SQLite database, or it is encrypted.',
      todo: 'Check `storage` in the config.',
    },
    {
      when: /SQLITE_READONLY|SQLITE_PERM/i,
      what: 'The database file cannot be written.',
      todo: 'Make it writable and run the command again.',
    },
    {
      when: /SQLITE_BUSY|database is locked/i,
      what: 'Another program is writing to the database file.',
      todo: 'Run the command again when it is done.',
    },
  ],
}
