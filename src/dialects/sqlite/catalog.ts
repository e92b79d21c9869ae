/** Queries SQLite for tables and their columns. */

import type { Catalog } from '../../types'
import { ticked } from '../quotes'
import { grouped } from '../rows'

export const catalog: Catalog = {
  whereabouts: {
    sql: "SELECT sqlite_version() AS server, (SELECT file FROM pragma_database_list WHERE name = 'main') AS file",
    read: ([row = {}]) => ({
      database: String(row.file || ':memory:'),
      server: `SQLite ${row.server}`,
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
    read: (rows) =>
      grouped(
        rows,
        ({ name, kind }) => ({ name: String(name), kind: kind === 'view' ? 'view' : 'table', visible: true }),
        ({ column, type, notNull, fallback }) => ({
          name: String(column),
          type: String(type).toUpperCase(),
          allowNull: Number(notNull) === 0,
          hasDefault: fallback !== null && !/^null$/i.test(String(fallback)),
        }),
      ),
  }),
  burden: (relation) => ({
    sql: `SELECT count(*) AS n FROM ${ticked(relation.name)}`,
    read: ([row = {}]) => ({ mayAlter: true, rows: Number(row.n ?? 0) }),
  }),
}
