/** The same histories, run by the real Sequelize on real databases: what is read must be what is there. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { QueryTypes } from 'sequelize'
import type { Schema, Status, Table } from '../../src/types'
import { describeOn, type Server, startServer, type TestDatabase } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import {
  type Case,
  casesIn,
  dialectsOf,
  fixtures,
  keyOf,
  replayed,
  verdictOf,
} from '../helpers/migration-cases'

/** Table -> its columns. */
type Catalog = Map<string, Set<string>>

const catalogSql = {
  postgres: `SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END || table_name AS "table",
    column_name AS "column" FROM information_schema.columns
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  mysql:
    'SELECT table_name AS `table`, column_name AS `column` FROM information_schema.columns WHERE table_schema = DATABASE()',
  sqlite: '',
}

async function catalogOf(database: TestDatabase): Promise<Catalog> {
  const rows = await connected(database, (sequelize) =>
    sequelize.query<{ table: string; column: string }>(catalogSql[database.dialect], {
      type: QueryTypes.SELECT,
    }),
  )
  const catalog: Catalog = new Map()
  for (const { table, column } of rows) {
    if (/umzug|SequelizeMeta/.test(table)) continue
    catalog.set(table, (catalog.get(table) ?? new Set()).add(column))
  }
  return catalog
}

let runner: ChildProcess

async function run({ project, special }: Case, { options, url }: TestDatabase): Promise<void> {
  const { folders = ['migrations'], style, order, before = [], env = {} } = special
  runner.send({
    project,
    folders,
    style,
    order,
    before,
    env,
    options: { ...options, logging: undefined },
    url,
  })
  const [{ error }] = await once(runner, 'message')
  expect(error).toBeUndefined()
}

/** What is read and not there, or there and not read. */
function differences(
  schema: Schema,
  catalog: Catalog,
  { more = {}, unseen = {} }: Case['special'],
): string[] {
  const read = new Map(schema.tables.map((table) => [keyOf(table.name), table]))
  const found = [...catalog].flatMap(([name, columns]) => {
    const table = read.get(name)
    if (!table) return schema.blind.length > 0 || name in unseen ? [] : [`${name} is there, and not read`]
    return columnDifferences(name, table, columns, schema)
  })
  const gone = [...read].filter(([name, table]) => !catalog.has(name) && !table.perhapsGone)
  const differing = [...found, ...gone.map(([name]) => `${name} is read, and not there`)]
  return differing.filter((one) => !Object.keys(more).some((key) => one.startsWith(`${key} is read`)))
}

function columnDifferences(name: string, table: Table, columns: Set<string>, { blind }: Schema): string[] {
  const known = [...table.columns.values()]
  const mayHaveMore = (column: string) =>
    table.createdElsewhere || table.open || blind.some((one) => one.columns?.includes(column) ?? true)
  return [
    ...known
      .filter((column) => !columns.has(column.name) && !column.perhapsGone)
      .map((column) => `${name}.${column.name} is read, and not there`),
    ...[...columns]
      .filter((column) => !table.columns.has(column) && !mayHaveMore(column))
      .map((column) => `${name}.${column} is there, and not read`),
  ]
}

/** What a verdict says of the column being there; the others leave it open. */
const claimed: Partial<Record<Status, boolean>> = {
  ok: true,
  'wrong-type': true,
  'missing-column': false,
  'misnamed-column': false,
}

/** Verdicts that the database proves wrong: `ok` without the column, or `missing-column` with it. */
function wrongVerdicts(
  schema: Schema,
  catalog: Catalog,
  dialect: string,
  { more = {} }: Case['special'],
): string[] {
  const asked = ['deletedAt', 'deleted_at', 'deletedat']
  // MariaDB does not tell columns apart by case.
  const fold = (name: string) => (dialect === 'mariadb' ? name.toLowerCase() : name)
  const has = (table: string, column: string) =>
    [...(catalog.get(table) ?? [])].some((one) => fold(one) === fold(column))
  const tables = [...schema.tables.map(({ name }) => name), ...[...catalog.keys()].map(nameFrom)]
  return tables.flatMap((table) =>
    asked.flatMap((column) => {
      const said = verdictOf(schema, table, column, dialect)
      const isThere = has(keyOf(table), column)
      const claims = claimed[said]
      const place = `${keyOf(table)}.${column}`
      const excused = Object.keys(more).some((key) => [place, keyOf(table)].map(fold).includes(fold(key)))
      return claims === undefined || claims === isThere || excused ? [] : [`${place}: ${said}`]
    }),
  )
}

const nameFrom = (key: string) => {
  const [name, schema] = key.split('.').reverse() as [string, string?]
  return { name, ...(schema && { schema }) }
}

const runnable = casesIn(fixtures).filter(({ special }) => !special.notRun)

beforeAll(() => {
  for (const { name, special } of casesIn(fixtures))
    if (special.notRun) process.stderr.write(`Not run: ${name}, ${special.notRun}\n`)
})

describe.each(['postgres', 'mariadb'] as const)('Sequelize 6', (dialect) => {
  describeOn(dialect, 'builds what was read', () => {
    let server: Server

    beforeAll(async () => {
      server = await startServer(dialect)
      runner = fork(path.join(__dirname, '../helpers/migrations-run.cjs'), { silent: false })
    })

    afterAll(async () => {
      const gone = once(runner, 'exit')
      runner.disconnect()
      await gone
      await server.stop()
    })

    const here = runnable.filter((one) => dialectsOf(one).includes(dialect))

    it.each(here.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      const database = await server.fresh()
      await run(one, database)
      const catalog = await catalogOf(database)
      const schema = replayed(one, dialect)
      expect(differences(schema, catalog, one.special)).toEqual([])
      expect(wrongVerdicts(schema, catalog, dialect, one.special)).toEqual([])
    })
  })
})
