/** Queries PostgreSQL's system catalogs, because information_schema hides tables that the user may not read. */

import type { Catalog, Relation } from '../../types'
import { grouped } from '../rows'

const KINDS: Record<string, Relation['kind']> = {
  r: 'table',
  p: 'partitioned table',
  v: 'view',
  m: 'materialized view',
  f: 'foreign table',
}

/** PostgreSQL's `date` is a day; Sequelize's DATE is a point in time. */
const typeOf = (type: string): string => (type === 'date' ? 'DATEONLY' : type.toUpperCase())

/** The lock key that all deployers of this database share. */
const KEY = "hashtext('deletedat-codemod'), hashtext(current_database())"

/** Selects one relation by schema and name, compared exactly: PostgreSQL folds only unquoted names. */
const IS_IT = 'n.nspname = :schema AND c.relname = :name'

export const catalog: Catalog = {
  whereabouts: {
    sql: `SELECT current_database() AS database, current_user AS "user",
      pg_backend_pid() AS session, current_setting('server_version') AS server, version() AS says, array_to_json(current_schemas(false))::text AS path`,
    read: ([row = {}]) => ({
      database: String(row.database),
      server: `PostgreSQL ${String(row.server).split(' ')[0]}`,
      says: String(row.says),
      ...(row.session !== undefined && { session: Number(row.session) }),
      user: String(row.user),
      path: JSON.parse(String(row.path)),
      foldsTables: false,
      seesAll: true,
    }),
  },
  relations: (names) => ({
    sql: `SELECT n.nspname AS schema, c.relname AS name, c.relkind::text AS kind, pg_table_is_visible(c.oid) AS visible,
        a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "notNull",
        a.atthasdef AS "hasDefault"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname IN (:names)
        AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
      ORDER BY n.nspname, c.relname, a.attnum`,
    replacements: { names },
    read: (rows) =>
      grouped(
        rows,
        ({ schema, name, kind, visible }) => ({
          schema: String(schema),
          name: String(name),
          kind: KINDS[String(kind)] ?? 'table',
          visible: visible === true,
        }),
        ({ column, type, notNull, hasDefault }) =>
          column === null
            ? undefined
            : {
                name: String(column),
                type: typeOf(String(type)),
                allowNull: notNull !== true,
                hasDefault: hasDefault === true,
              },
      ),
  }),
  // These sizes are estimates: a query for exact sizes waits while another session alters the table.
  burden: ({ schema, name }) => ({
    sql: `SELECT pg_get_userbyid(c.relowner) AS owner, pg_has_role(c.relowner, 'USAGE') AS mine,
        c.reltuples::bigint AS rows, current_setting('block_size')::bigint * (c.relpages + coalesce((
          SELECT sum(t.relpages) FROM pg_class t WHERE t.oid = c.reltoastrelid
            OR t.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = c.oid)), 0)) AS bytes
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${IS_IT}`,
    replacements: { schema, name },
    read: ([row = {}]) => ({
      owner: String(row.owner),
      mayAlter: row.mine === true,
      // -1 means that PostgreSQL has never counted the rows.
      rows: Math.max(0, Number(row.rows)),
      bytes: Number(row.bytes),
    }),
  }),
  holders: ({ schema, name }) => ({
    sql: `SELECT DISTINCT ON (a.pid) a.pid, a.application_name AS application, l.mode, a.state,
        extract(epoch FROM now() - a.xact_start)::int AS seconds
      FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.pid <> pg_backend_pid() AND ${IS_IT}`,
    replacements: { schema, name },
    read: (rows) =>
      rows.map(({ pid, application, mode, state, seconds }) => ({
        who: `process ${pid}${application ? ` (${application})` : ''}`,
        seconds: Number(seconds ?? 0),
        says: `${mode}, ${state ?? 'at work'}`,
      })),
  }),
  advisory: {
    take: {
      sql: `SELECT pg_try_advisory_lock(${KEY}) AS free`,
      read: ([row = {}]) => row.free === true,
    },
    give: { sql: `SELECT pg_advisory_unlock(${KEY})` },
  },
  pooled: {
    begin: { sql: 'BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0' },
    take: {
      sql: `SELECT pg_try_advisory_xact_lock(${KEY}) AS free`,
      read: ([row = {}]) => row.free === true,
    },
    give: { sql: 'ROLLBACK' },
  },
}
