/** Tables that do not lie in "public", are no plain tables, or are not shown: to every command on a live database. */

import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

const model = (table: string) => `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { ${table}, paranoid: true, timestamps: true })
`

const COLUMNS = 'id serial, title text, "createdAt" date, "updatedAt" date'

function project(database: TestDatabase, table: string, options: object = {}): string {
  const config = { ...database.options, logging: undefined, ...options }
  const root = tempProject({
    'models/session.js': model(table),
    'config/config.json': JSON.stringify({ development: config }),
    'package.json': '{}',
  })
  linkModules(root)
  return root
}

const sql = (database: TestDatabase, ...lines: string[]) =>
  connected(database, async (sequelize) => {
    for (const line of lines) await sequelize.query(line)
  })

async function repairedAndDeployed(root: string) {
  expect(await type(root, 'models --evidence database --yes')).toMatchObject({ code: 0, err: '' })
  const told = await type(root, 'deploy models')
  expect(told).toMatchObject({ code: 0, out: expect.stringContaining('findOne, count') })
  return told
}

const dotted = { dialectOptions: { options: '-c search_path=app,public' } }

describe('places', () => {
  describeOn(
    'postgres',
    'in Postgres',
    usingDatabase('postgres', (database) => {
      it('a schema, and the same name in another one', async () => {
        await sql(
          database(),
          'CREATE SCHEMA app',
          `CREATE TABLE sessions (${COLUMNS}, "deletedAt" timestamptz)`,
        )
        await sql(database(), `CREATE TABLE app.sessions (${COLUMNS})`)
        const root = project(database(), "tableName: 'sessions', schema: 'app'")
        const { out } = await repairedAndDeployed(root)
        expect(out).toContain('app.sessions')
        expect(await columnsOf(database(), { schema: 'app', name: 'sessions' })).toContain('deletedAt')
      })

      it('a name in two schemas, of which the search path finds the other one', async () => {
        await sql(database(), 'CREATE SCHEMA app', `CREATE TABLE sessions (${COLUMNS})`)
        await sql(database(), `CREATE TABLE app.sessions (${COLUMNS})`)
        const root = project(database(), "tableName: 'sessions'", dotted)
        await repairedAndDeployed(root)
        expect(await columnsOf(database(), { schema: 'app', name: 'sessions' })).toContain('deletedAt')
        expect(await columnsOf(database(), { name: 'sessions' })).not.toContain('deletedAt')
      })

      it('a table that this search path does not find is not said to be missing', async () => {
        await sql(database(), 'CREATE SCHEMA app', `CREATE TABLE app.sessions (${COLUMNS})`)
        const root = project(database(), "tableName: 'sessions'")
        const told = await type(root, 'verify models --strict')
        expect(told).toMatchObject({ code: 1, out: expect.stringContaining('unproven (1)') })
        expect(told.out).toContain(
          '"sessions" is in the schema "app", and this connection looks only in public.',
        )
      })

      it('a name in mixed case, beside the one in small letters', async () => {
        await sql(database(), `CREATE TABLE "Sessions" (${COLUMNS})`, `CREATE TABLE sessions (${COLUMNS})`)
        await repairedAndDeployed(project(database(), "tableName: 'Sessions'"))
        expect(await columnsOf(database(), { name: 'Sessions' })).toContain('deletedAt')
        expect(await columnsOf(database(), { name: 'sessions' })).not.toContain('deletedAt')
      })

      it('names with quotes, dots and blanks', async () => {
        await sql(database(), 'CREATE SCHEMA "a.b c"', `CREATE TABLE "a.b c"."O'Brien.s" (${COLUMNS})`)
        await repairedAndDeployed(project(database(), `tableName: "O'Brien.s", schema: 'a.b c'`))
        expect(await columnsOf(database(), { schema: 'a.b c', name: "O'Brien.s" })).toContain('deletedAt')
      })

      it('a view: no migration of ours would help', async () => {
        await sql(
          database(),
          `CREATE TABLE all_sessions (${COLUMNS})`,
          'CREATE VIEW sessions AS SELECT * FROM all_sessions',
        )
        const root = project(database(), "tableName: 'sessions'")
        const told = await type(root, 'models --evidence database --yes')
        expect(told.code).toBe(1)
        expect(told.out).toContain('Session is paranoid but view "sessions" has no "deletedAt" column.')
        expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
        const deployed = await type(root, 'deploy models')
        expect(deployed.code).toBe(2)
        expect(deployed.out).toContain('a view, which gets its columns from its query alone')
        expect(deployed.out).toContain('nothing of it was run')
      })

      it('a partitioned table', async () => {
        await sql(
          database(),
          `CREATE TABLE sessions (${COLUMNS}) PARTITION BY RANGE (id)`,
          'CREATE TABLE sessions_1 PARTITION OF sessions FOR VALUES FROM (1) TO (1000)',
        )
        const { out } = await repairedAndDeployed(project(database(), "tableName: 'sessions'"))
        expect(out).toContain('partitioned table')
        expect(await columnsOf(database(), { name: 'sessions_1' })).toContain('deletedAt')
      })

      it('a column of another type, and one that allows no NULL', async () => {
        await sql(
          database(),
          `CREATE TABLE sessions (${COLUMNS}, "deletedAt" boolean NOT NULL DEFAULT false)`,
        )
        const told = await type(project(database(), "tableName: 'sessions'"), 'verify models')
        expect(told).toMatchObject({ code: 1, out: expect.stringContaining('wrong-type (1)') })
      })
    }),
  )
})
