/** PostgreSQL and what speaks like it. Catalogs are asked, not information_schema, which hides what one may not read. */

import type { Burden, Dialect, Holder, Relation, Row, Whereabouts } from '../types'
import { grouped } from './rows'

const KINDS: Record<string, Relation['kind']> = {
  r: 'table',
  p: 'partitioned table',
  v: 'view',
  m: 'materialized view',
  f: 'foreign table',
}

/** `date` is a day; Sequelize's DATE, by which other eyes go, is a time. */
const typeOf = (type: string): string => (type === 'date' ? 'DATEONLY' : type.toUpperCase())

interface CatalogRow extends Row {
  schema: string
  name: string
  kind: string
  visible: boolean
  column: string | null
  type: string
  notNull: boolean
  hasDefault: boolean
}

/** Postgres folds what is not quoted, so names are compared as they are; the pair picks one relation. */
const IS_IT = 'n.nspname = :schema AND c.relname = :name'

export const postgres: Dialect = {
  name: 'postgres',
  spellings: ['postgres', 'postgresql'],
  driver: () => 'pg',
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  place: ({ schema, name }) => ({ ...(schema && { schema }), name }),
  whereabouts: {
    sql: `SELECT current_database() AS database, current_user AS "user",
      current_setting('server_version') AS server, array_to_json(current_schemas(false))::text AS path`,
    read: ([row]): Whereabouts => ({
      database: String(row!.database),
      server: `PostgreSQL ${String(row!.server).split(' ')[0]}`,
      user: String(row!.user),
      path: JSON.parse(String(row!.path)),
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
        rows as CatalogRow[],
        ({ schema, name, kind, visible }) => ({ schema, name, kind: KINDS[kind] ?? 'table', visible }),
        ({ column, type, notNull, hasDefault }) =>
          column === null ? undefined : { name: column, type: typeOf(type), allowNull: !notNull, hasDefault },
      ),
  }),
  burden: ({ schema, name }) => ({
    sql: `SELECT pg_get_userbyid(c.relowner) AS owner, pg_has_role(c.relowner, 'USAGE') AS mine,
        c.reltuples::bigint AS rows, pg_total_relation_size(c.oid) AS bytes
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${IS_IT}`,
    replacements: { schema, name },
    read: ([row]): Burden => ({
      owner: String(row?.owner),
      mayAlter: row?.mine === true,
      // -1: never counted.
      rows: Math.max(0, Number(row?.rows)),
      bytes: Number(row?.bytes),
    }),
  }),
  holders: ({ schema, name }) => ({
    sql: `SELECT DISTINCT ON (a.pid) a.pid, a.application_name AS application, l.mode, a.state,
        extract(epoch FROM now() - a.xact_start)::int AS seconds
      FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.pid <> pg_backend_pid() AND ${IS_IT}`,
    replacements: { schema, name },
    read: (rows): Holder[] =>
      rows.map(({ pid, application, mode, state, seconds }) => ({
        who: `process ${pid}${application ? ` (${application})` : ''}`,
        seconds: Number(seconds ?? 0),
        says: `${mode}, ${state ?? 'at work'}`,
      })),
  }),
  advisory: {
    take: {
      sql: "SELECT pg_try_advisory_lock(hashtext('deletedat-codemod'), hashtext(current_database())) AS free",
      read: ([row]) => row?.free === true,
    },
    give: { sql: "SELECT pg_advisory_unlock(hashtext('deletedat-codemod'), hashtext(current_database()))" },
  },
  faults: [
    {
      when: /\b28P01\b|password authentication failed|SASL.*password/i,
      what: 'The database refuses the user or the password.',
      todo: 'Check both where the connection is configured.',
    },
    {
      when: /SSL off|no encryption|SSL\/TLS required|connection is insecure|requires? (?:an )?(?:encrypted|SSL)/i,
      what: 'The server takes only encrypted connections.',
      todo: 'Turn TLS on by dialectOptions: { ssl: { require: true } } in the config; sequelize-cli ignores an sslmode behind the URL.',
    },
    {
      when: /does not support SSL/i,
      what: 'The connection asks for TLS, and the server has none.',
      todo: 'Take ssl out of dialectOptions in the config, and ssl or sslmode out of the URL.',
    },
    {
      when: /\b28000\b|no pg_hba\.conf entry/i,
      what: 'The server does not let this user in from here.',
      todo: 'Check the user, the database and the rules of the server (pg_hba.conf).',
    },
    {
      when: /\b3D000\b|database "[^"]*" does not exist/i,
      what: 'There is no such database on the server.',
      todo: 'Check its name, or create it: npx sequelize-cli db:create.',
    },
    {
      when: /\b53300\b|too many clients/i,
      what: 'The server has no connection left.',
      todo: 'Wait until others let go of theirs, and run the command again.',
    },
    {
      when: /\b(57P01|57P02|57P03)\b|terminat(ed|ing) (unexpectedly|connection)|server closed the connection/i,
      what: 'The database ended the connection.',
      todo: 'See whether the server is up, then run the command again: it goes on where it was.',
    },
    {
      when: /\b42501\b|permission denied|must be owner/i,
      what: 'The user of this connection may not do that.',
      todo: 'Connect as the owner of the table, or let its owner grant the right.',
    },
  ],
}
