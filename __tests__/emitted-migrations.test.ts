/** Filled templates do what they say: run by sequelize-cli in real projects, on real databases. */

import fs from 'node:fs'
import path from 'node:path'
import { DataTypes, type Sequelize } from 'sequelize'
import { fillTemplate, indexName, type Names } from '../src/repairs/template'
import type { TableName } from '../src/types'
import { databaseNames, describeOn, type Server, startServer, type TestDatabase } from './databases'
import { columnsOf, connected, indexesOf } from './databases/catalog'
import { linkModules, sequelizeCli } from './databases/sequelize-cli'
import { addFiles, tempProject } from './temp-project'

const migration = '20250101000000-add-the-column'

function filled(names: Names, template = 'add-column.cjs'): string {
  const file = path.join(__dirname, '../templates', template)
  return fillTemplate({ file, text: fs.readFileSync(file, 'utf8') }, { migration, ...names })
}

const asArgument = ({ schema, name }: TableName) => JSON.stringify({ tableName: name, schema })

/** The migration that made the table, with a row in it. */
const creating = (table: TableName, columns = '') => `
  const table = ${asArgument(table)}
  module.exports = {
    async up(queryInterface, Sequelize) {
      if (${Boolean(table.schema)}) await queryInterface.createSchema(${JSON.stringify(table.schema)}).catch(() => {})
      await queryInterface.createTable(table, {
        id: { type: Sequelize.INTEGER, primaryKey: true },
        name: Sequelize.STRING(50),
        ${columns}
      })
      await queryInterface.bulkInsert(table, [{ id: 1, name: 'Yoga' }])
    },
    async down() {},
  }`

/** The migration of a table whose rows go with the parent's row. */
const childrenOf = (table: TableName) => `
  module.exports = {
    async up(queryInterface, Sequelize) {
      const parent = { type: Sequelize.INTEGER, references: { model: ${asArgument(table)}, key: 'id' }, onDelete: 'CASCADE' }
      await queryInterface.createTable('children', { id: { type: Sequelize.INTEGER, primaryKey: true }, parent })
      await queryInterface.bulkInsert('children', [{ id: 1, parent: 1 }, { id: 2, parent: 1 }])
    },
    async down() {},
  }`

const running = (sql: string) => `
  module.exports = {
    up: (queryInterface) => queryInterface.sequelize.query(${JSON.stringify(sql)}),
    async down() {},
  }`

/** A project with one migration of ours, pending; the database has those before it. */
function project(database: TestDatabase, before: string[], ours: string, sequelize?: string) {
  const earlier = before.map((text, index) => [`migrations/2024010${index}000000-before.cjs`, text])
  const root = tempProject({ 'config/config.js': database.config, ...Object.fromEntries(earlier) })
  linkModules(root, sequelize)
  expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
  addFiles(root, { [`migrations/${migration}.cjs`]: ours })
  return {
    root,
    migrate: () => sequelizeCli(root, 'db:migrate'),
    undo: () => sequelizeCli(root, 'db:migrate:undo'),
  }
}

/** The query of the paranoid model, with nothing about it but its soft delete. */
function findAll(database: TestDatabase, { table, column, model }: Names) {
  const define = (sequelize: Sequelize) =>
    sequelize.define(
      model,
      { id: { type: DataTypes.INTEGER, primaryKey: true }, name: DataTypes.STRING },
      {
        tableName: table.name,
        schema: table.schema,
        paranoid: true,
        createdAt: false,
        updatedAt: false,
        deletedAt: column,
      },
    )
  return connected(database, (sequelize) => define(sequelize).findAll())
}

const rowsIn = (database: TestDatabase, table: string) =>
  connected(database, async (sequelize) => (await sequelize.query(`SELECT * FROM ${table}`))[0].length)

const famous = {
  postgres: 'column "deletedAt" does not exist',
  mysql: "Unknown column 'deletedAt' in",
  sqlite: 'SQLITE_ERROR: no such column: deletedAt',
}

/** Up, up again, down, up, with what the database and the model say in between. */
async function provesItself(
  database: TestDatabase,
  names: Names,
  { migrate, undo }: ReturnType<typeof project>,
) {
  const before = await columnsOf(database, names.table)
  await expect(findAll(database, names)).rejects.toThrow()

  expect(migrate()).toMatchObject({ code: 0, output: expect.stringContaining('migrated') })
  expect(await columnsOf(database, names.table)).toEqual([...before, names.column])
  expect(await findAll(database, names)).toHaveLength(1)
  if (names.index) expect(await indexesOf(database, names.table)).toContain(names.index)

  expect(migrate()).toMatchObject({ code: 0, output: expect.stringContaining('No migrations were executed') })
  expect(undo()).toMatchObject({ code: 0, output: expect.stringContaining('reverted') })
  expect(await columnsOf(database, names.table)).toEqual(before)
  if (names.index) expect(await indexesOf(database, names.table)).not.toContain(names.index)

  expect(migrate().code).toBe(0)
  expect(await findAll(database, names)).toHaveLength(1)
}

const sessions: Names = { table: { name: 'Sessions' }, column: 'deletedAt', model: 'Session' }

/** No dialect of Sequelize 6 can quote its own quoting character, so that one is left out. */
const hostile = (dialect: TestDatabase['dialect']): Names => {
  const quote = dialect === 'postgres' ? '"' : '`'
  const text = (name: string) => name.replaceAll(quote, '')
  return {
    table: { name: text('O\'Brien"s `$`{1}\\ */ -- x.y') },
    column: text('de"le\'ted;`:at\\ ${column}'),
    model: 'Session',
    index: text('i\'d"x `\\'),
  }
}

const usingDatabase =
  (name: (typeof databaseNames)[number], tests: (database: () => TestDatabase) => void) => () => {
    let server: Server
    let database: TestDatabase
    beforeAll(async () => {
      server = await startServer(name)
    })
    beforeEach(async () => {
      database = await server.fresh()
    })
    afterAll(() => server?.stop())
    tests(() => database)
  }

describe.each(databaseNames)('add-column.cjs, Sequelize 6', (name) => {
  describeOn(
    name,
    'through sequelize-cli',
    usingDatabase(name, (database) => {
      it('runs up, up again, down and up; the query fails before and works after; child rows survive', async () => {
        const before = [creating(sessions.table), childrenOf(sessions.table)]
        const ran = project(database(), before, filled(sessions))
        await expect(findAll(database(), sessions)).rejects.toThrow(famous[database().dialect])
        await provesItself(database(), sessions, ran)
        expect(await rowsIn(database(), 'children')).toBe(2)
      })

      it('leaves a column that was there before, up and down, and says so', async () => {
        const before = [creating(sessions.table, 'deletedAt: Sequelize.DATE')]
        const { migrate, undo } = project(database(), before, filled({ ...sessions, index: 'never' }))
        expect(migrate()).toMatchObject({
          code: 0,
          output: expect.stringContaining('deletedAt is there already, it stays as it is'),
        })
        expect(undo()).toMatchObject({
          code: 0,
          output: expect.stringContaining('deletedAt is not marked as added here, it stays as it is'),
        })
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name', 'deletedAt'])
        expect(await indexesOf(database(), sessions.table)).not.toContain('never')
      })

      it('adds an index with the column and removes it with the column', async () => {
        const names = { ...sessions, index: 'sessions_deleted_at' }
        const before = [creating(sessions.table), childrenOf(sessions.table)]
        await provesItself(database(), names, project(database(), before, filled(names)))
        expect(await rowsIn(database(), 'children')).toBe(2)
      })

      it('survives hostile names', async () => {
        const names = hostile(database().dialect)
        await provesItself(database(), names, project(database(), [creating(names.table)], filled(names)))
      })

      it('says what to do where the table is missing', () => {
        const nowhere = { ...sessions, table: { name: 'Nowhere' } }
        const { migrate } = project(database(), [creating(sessions.table)], filled(nowhere))
        const { code, output } = migrate()
        expect(code).toBe(1)
        expect(output).toMatch(
          database().dialect === 'mysql'
            ? /No description found for "Nowhere" table. Check the table name and schema/
            : /There is no table ["`]Nowhere["`]: run the migration that creates it first/,
        )
      })

      it('works in a schema, on the one of two tables of a name that is meant', async () => {
        const names = {
          ...sessions,
          table: { schema: 'Studio', name: 'Sessions' },
          index: 'sessions_deleted_at',
        }
        const before = [creating(sessions.table), creating(names.table)]
        await provesItself(database(), names, project(database(), before, filled(names)))
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name'])
      })
    }),
  )
})

describe.each(['postgres', 'pglite'] as const)('add-column.cjs, Sequelize 6', (name) => {
  describeOn(
    name,
    'two schemas',
    usingDatabase(name, (database) => {
      it('undoes and redoes one of two tables of a name that both have our comment', async () => {
        const twins = ['a', 'b'].map((schema) => ({
          ...sessions,
          table: { schema, name: 'Sessions' },
          index: 'same',
        }))
        const [a, b] = twins as [Names, Names]
        const before = [creating(a.table), creating(b.table), filled({ ...a, migration: 'the-first' })]
        await provesItself(database(), b, project(database(), before, filled(b)))
        expect(await columnsOf(database(), a.table)).toContain('deletedAt')
        expect(await indexesOf(database(), a.table)).toContain('same')
      })
    }),
  )
})

describeOn(
  'sqlite',
  'add-column.cjs, Sequelize 6, beside an index that describeTable cannot read',
  usingDatabase('sqlite', (database) => {
    it('runs up, down and up', async () => {
      const before = [creating(sessions.table), running('CREATE INDEX short ON Sessions (lower(name))')]
      await provesItself(database(), sessions, project(database(), before, filled(sessions)))
      expect(await indexesOf(database(), sessions.table)).toEqual(['short'])
    })
  }),
)
