/** Filled templates do what they say: run by sequelize-cli in real projects, on real databases. */

import fs from 'node:fs'
import path from 'node:path'
import { DataTypes, type Sequelize } from 'sequelize'
import { fillTemplate, type Names } from '../src/repairs/template'
import type { TableName } from '../src/types'
import { databaseNames, describeOn, type Server, startServer, type TestDatabase } from './databases'
import { columnsOf, connected, indexesOf } from './databases/catalog'
import { linkModules, sequelizeCli } from './databases/sequelize-cli'
import { addFiles, tempProject } from './temp-project'

const template = (name: string) => {
  const file = path.join(__dirname, '../templates', name)
  return { file, text: fs.readFileSync(file, 'utf8') }
}

const asArgument = ({ schema, name }: TableName) =>
  JSON.stringify(schema ? { tableName: name, schema } : name)

/** The table, with a row and a table whose rows go with it, as the migration before ours made them. */
const creating = (table: TableName, columns: Record<string, string> = {}) => `
  const table = ${asArgument(table)}
  module.exports = {
    async up(queryInterface, Sequelize) {
      ${table.schema ? `await queryInterface.createSchema(${JSON.stringify(table.schema)}).catch(() => {})` : ''}
      await queryInterface.createTable(table, {
        id: { type: Sequelize.INTEGER, primaryKey: true },
        name: Sequelize.STRING(50),
        ${Object.entries(columns).map(([name, type]) => `${JSON.stringify(name)}: ${type},`)}
      })
      await queryInterface.bulkInsert(table, [{ id: 1, name: 'Yoga' }])
    },
    async down() {},
  }`

const children = (table: TableName) => `
  module.exports = {
    async up(queryInterface, Sequelize) {
      const parent = { type: Sequelize.INTEGER, references: { model: ${asArgument(table)}, key: 'id' }, onDelete: 'CASCADE' }
      await queryInterface.createTable('children', { id: { type: Sequelize.INTEGER, primaryKey: true }, parent })
      await queryInterface.bulkInsert('children', [{ id: 1, parent: 1 }, { id: 2, parent: 1 }])
    },
    async down() {},
  }`

const migration = '20250101000000-add-the-column'
const ours = `migrations/${migration}.cjs`

/** A project whose database has every migration but ours. */
function project(database: TestDatabase, names: Names, before: Record<string, string>, sequelize?: string) {
  const root = tempProject({ 'config/config.js': database.config, ...before })
  linkModules(root, sequelize)
  expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
  addFiles(root, { [ours]: fillTemplate(template('add-column.cjs'), { migration, ...names }) })
  return {
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

const sessions: Names = { table: { name: 'Sessions' }, column: 'deletedAt', model: 'Session' }

describe.each(databaseNames)('add-column.cjs', (name) => {
  describeOn(name, 'Sequelize 6', () => {
    let server: Server
    let database: TestDatabase

    beforeAll(async () => {
      server = await startServer(name)
    })
    beforeEach(async () => {
      database = await server.fresh()
    })
    afterAll(() => server?.stop())

    it('runs up, up again, down and up; the query fails before and works after; child rows survive', async () => {
      const { migrate, undo } = project(database, sessions, {
        'migrations/20240101000000-create.cjs': creating(sessions.table),
        'migrations/20240102000000-children.cjs': children(sessions.table),
      })
      await expect(findAll(database, sessions)).rejects.toThrow(famous[database.dialect])

      expect(migrate()).toMatchObject({ code: 0, output: expect.stringContaining('migrated') })
      expect(await columnsOf(database, sessions.table)).toEqual(['id', 'name', 'deletedAt'])
      expect(await findAll(database, sessions)).toHaveLength(1)

      expect(migrate().output).toContain('No migrations were executed')
      expect(undo()).toMatchObject({ code: 0, output: expect.stringContaining('reverted') })
      expect(await columnsOf(database, sessions.table)).toEqual(['id', 'name'])
      await expect(findAll(database, sessions)).rejects.toThrow(famous[database.dialect])
      expect([await rowsIn(database, 'children'), await indexesOf(database, sessions.table)]).toEqual([
        2,
        expect.not.arrayContaining(['sessions_deleted_at']),
      ])

      expect(migrate().code).toBe(0)
      expect(await findAll(database, sessions)).toHaveLength(1)
    })

    it('leaves a column that was there before, up and down, and says so', async () => {
      const { migrate, undo } = project(database, sessions, {
        'migrations/20240101000000-create.cjs': creating(sessions.table, { deletedAt: 'Sequelize.DATE' }),
      })
      expect(migrate()).toMatchObject({
        code: 0,
        output: expect.stringContaining('deletedAt is there already, it stays as it is'),
      })
      expect(undo()).toMatchObject({
        code: 0,
        output: expect.stringContaining('deletedAt is not marked as added here, it stays as it is'),
      })
      expect(await columnsOf(database, sessions.table)).toEqual(['id', 'name', 'deletedAt'])
    })

    it('adds an index with the column and removes it with the column', async () => {
      const names = { ...sessions, index: 'sessions_deleted_at' }
      const { migrate, undo } = project(database, names, {
        'migrations/20240101000000-create.cjs': creating(sessions.table),
        'migrations/20240102000000-children.cjs': children(sessions.table),
      })
      expect(migrate().code).toBe(0)
      expect(await indexesOf(database, sessions.table)).toContain('sessions_deleted_at')
      expect(undo().code).toBe(0)
      expect(await indexesOf(database, sessions.table)).not.toContain('sessions_deleted_at')
      expect(await columnsOf(database, sessions.table)).toEqual(['id', 'name'])
      expect(await rowsIn(database, 'children')).toBe(2)
    })

    it('says what to do where the table is missing', () => {
      const { migrate } = project(
        database,
        { ...sessions, table: { name: 'Nowhere' } },
        {
          'migrations/20240101000000-create.cjs': creating(sessions.table),
        },
      )
      const { code, output } = migrate()
      expect(code).toBe(1)
      expect(output).toMatch(
        /There is no table ["`]Nowhere["`]: run the migration that creates it first|No description found for "Nowhere" table. Check the table name and schema/,
      )
    })
  })
})
