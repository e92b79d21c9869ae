/** Queries MySQL and MariaDB for tables, sizes, rights and locks. */

import type { Catalog } from '../../types'
import { grouped } from '../rows'

const SYSTEM = "'mysql', 'sys', 'information_schema', 'performance_schema'"

/** MySQL's `date` is a day; Sequelize's DATE is a point in time. */
const typeOf = (type: string): string => (/^date$/i.test(type) ? 'DATEONLY' : type.toUpperCase())

/** MariaDB returns the text 'NULL' if a column has no default. */
const isDefault = (text: unknown): boolean => text !== null && text !== 'NULL'

export const catalog: Catalog = {
  whereabouts: {
    sql: `SELECT DATABASE() AS \`database\`, CURRENT_USER() AS user, VERSION() AS server,
      @@lower_case_table_names AS folds,
      (SELECT COUNT(*) FROM information_schema.user_privileges WHERE privilege_type <> 'USAGE') +
      (SELECT COUNT(*) FROM information_schema.schema_privileges WHERE DATABASE() LIKE table_schema) AS rights`,
    read: ([row = {}]) => ({
      database: String(row.database),
      server: /mariadb/i.test(String(row.server)) ? `MariaDB ${row.server}` : `MySQL ${row.server}`,
      user: String(row.user),
      path: [String(row.database)],
      foldsTables: Number(row.folds) !== 0,
      seesAll: Number(row.rights) > 0,
    }),
  },
  relations: (names) => ({
    sql: `SELECT t.table_schema AS \`schema\`, t.table_name AS name, t.table_type AS kind,
        t.table_schema = DATABASE() AS here, c.column_name AS \`column\`, c.column_type AS type,
        c.is_nullable AS nullable, c.column_default AS fallback
      FROM information_schema.tables t LEFT JOIN information_schema.columns c
        ON c.table_schema = t.table_schema AND c.table_name = t.table_name
      WHERE t.table_schema NOT IN (${SYSTEM}) AND t.table_name IN (:names)
      ORDER BY t.table_schema, t.table_name, c.ordinal_position`,
    replacements: { names },
    read: (rows) =>
      grouped(
        rows,
        ({ schema, name, kind, here }) => ({
          schema: String(schema),
          name: String(name),
          kind: /view/i.test(String(kind)) ? 'view' : 'table',
          visible: Number(here) === 1,
        }),
        ({ column, type, nullable, fallback }) =>
          column === null
            ? undefined
            : {
                name: String(column),
                type: typeOf(String(type)),
                allowNull: nullable === 'YES',
                hasDefault: isDefault(fallback),
              },
      ).map((one) => (one.columns.length ? one : { ...one, changing: true })),
  }),
  burden: ({ schema, name }) => ({
    sql: `SELECT t.table_rows AS \`rows\`, t.data_length + t.index_length AS bytes,
        (SELECT COUNT(*) FROM information_schema.user_privileges WHERE privilege_type = 'ALTER') +
        (SELECT COUNT(*) FROM information_schema.schema_privileges
          WHERE privilege_type = 'ALTER' AND t.table_schema LIKE table_schema) +
        (SELECT COUNT(*) FROM information_schema.table_privileges p
          WHERE p.privilege_type = 'ALTER' AND p.table_schema = t.table_schema AND p.table_name = t.table_name) AS rights
      FROM information_schema.tables t WHERE t.table_schema = :schema AND t.table_name = :name`,
    replacements: { schema, name },
    read: ([row = {}]) => ({
      mayAlter: Number(row.rights) > 0,
      rows: Number(row.rows ?? 0),
      bytes: Number(row.bytes ?? 0),
    }),
  }),
  // Returns all open transactions: only performance_schema, which may be off, lists the tables that each one locks.
  holders: () => ({
    sql: `SELECT trx_mysql_thread_id AS id, TIMESTAMPDIFF(SECOND, trx_started, NOW()) AS seconds, trx_state AS state
      FROM information_schema.innodb_trx WHERE trx_mysql_thread_id <> CONNECTION_ID()`,
    read: (rows) =>
      rows.map(({ id, seconds, state }) => ({
        who: `connection ${id}`,
        seconds: Number(seconds ?? 0),
        says: `an open transaction, ${String(state).toLowerCase()}`,
      })),
  }),
  advisory: {
    take: {
      sql: "SELECT GET_LOCK(CONCAT('deletedat-codemod ', MD5(DATABASE())), 0) AS free",
      read: ([row = {}]) => Number(row.free) === 1,
    },
    give: { sql: "SELECT RELEASE_LOCK(CONCAT('deletedat-codemod ', MD5(DATABASE())))" },
  },
}
