/** Fixtures of SQL on real databases: runs a text on an empty one, and tells what is there then. */

import mysql from 'mysql2/promise'
import { Client } from 'pg'

export interface RealColumn {
  table: string
  column: string
  nullable: boolean
  fallback: string | null
  /** In the server's words. */
  type: string
}

/** Runs statements and queries on one connection. */
export interface Session {
  run(sql: string): Promise<void>
  columns(): Promise<RealColumn[]>
  close(): Promise<void>
}

const postgresColumns = `SELECT CASE nspname WHEN 'public' THEN '' ELSE nspname || '.' END || relname AS "table",
    attname AS "column", NOT attnotnull AS nullable, pg_get_expr(adbin, adrelid) AS fallback,
    format_type(atttypid, atttypmod) AS type
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum AND attgenerated = ''
  WHERE relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
    AND nspname NOT LIKE 'pg_%' AND nspname <> 'information_schema'`

export async function postgresSession(url: string): Promise<Session> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return {
    // psql's own commands and its data lines are none of the server's.
    run: async (sql) => {
      const data = /^COPY [^;\n]*FROM stdin;\n[\s\S]*?^\\\.$/gm
      const code = sql
        .replace(/^\uFEFF/, '')
        .replace(data, '')
        .replace(/^\\\w.*$/gm, '')
      await client.query(`${code}; RESET search_path`)
    },
    columns: async () => (await client.query<RealColumn>(postgresColumns)).rows,
    close: () => client.end(),
  }
}

const mysqlColumns = `SELECT table_name AS \`table\`, column_name AS \`column\`, is_nullable = 'YES' AS nullable,
    NULLIF(column_default, 'NULL') AS fallback, column_type AS type
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`

export async function mysqlSession(url: string): Promise<Session> {
  const connection = await mysql.createConnection(url)
  return {
    run: async (sql) => {
      for (const statement of clientStatements(sql)) await connection.query(statement)
    },
    columns: async () => (await connection.query(mysqlColumns))[0] as RealColumn[],
    close: () => connection.end(),
  }
}

/** As the command line client sends them; in a fixture statements end at the end of a line. */
function clientStatements(sql: string): string[] {
  const statements = ['']
  let delimiter = ';'
  for (const line of sql.split('\n')) {
    const [, changed] = /^DELIMITER (\S+)/.exec(line) ?? []
    const ends = !changed && line.endsWith(delimiter)
    if (changed) delimiter = changed
    else statements[statements.length - 1] += ends ? line.slice(0, -delimiter.length) : `${line}\n`
    if (ends) statements.push('')
  }
  return statements.filter((statement) => statement.replace(/^(?:--|#).*$/gm, '').trim() !== '')
}

const sqliteColumns = `SELECT m.name AS "table", c.name AS "column", c."notnull" = 0 AS nullable,
    c.dflt_value AS fallback, c.type FROM sqlite_master m, pragma_table_info(m.name) c
  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'docs_%'`

export async function sqliteSession(): Promise<Session> {
  const { Database } = await require('sql.js')()
  const database = new Database()
  return {
    run: async (sql) => void database.exec(sql),
    columns: async () => {
      const [{ columns, values }] = database.exec(sqliteColumns)
      const named = (row: unknown[]) => columns.map((name: string, index: number) => [name, row[index]])
      return values.map((row: unknown[]) => Object.fromEntries(named(row)))
    },
    close: async () => database.close(),
  }
}
