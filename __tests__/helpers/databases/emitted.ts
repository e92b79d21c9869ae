/** Our migration in a project of its own, on a real database: what is before it, running it, and what the model says. */

import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from '@swc/core'
import { DataTypes, Sequelize } from 'sequelize'
import { fillTemplate, type Names } from '../../../src/repairs/template'
import type { TableName } from '../../../src/types'
import { addFiles, tempProject } from '../temp-project'
import { type DatabaseName, type Server, startServer, type TestDatabase } from '.'
import { columnsOf, connected, indexesOf } from './catalog'
import { sequelizeCli, sequelizeCliWith, shareModules } from './sequelize-cli'

export const migration = '20250101000000-add-the-column'
export const indexMigration = '20250101000001-add-the-index'

export function filled(names: Names, template = 'add-column.cjs'): string {
  const file = path.join(__dirname, '../../../templates', template)
  return fillTemplate({ file, text: fs.readFileSync(file, 'utf8') }, { migration, ...names })
}

/** The migration of the column and, where an index is named, the one of the index. */
export function filledBoth({ index, ...names }: Names, form = '.cjs'): string[] {
  const column = filled(names, `add-column${form}`)
  if (index === undefined) return [column]
  return [column, filled({ ...names, index, migration: indexMigration }, `add-index${form}`)]
}

const asArgument = ({ schema, name }: TableName) => JSON.stringify({ tableName: name, schema })

/** The migration that made the table, with a row in it. */
export const creating = (table: TableName, columns = '') => `
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
export const childrenOf = (table: TableName) => `
  module.exports = {
    async up(queryInterface, Sequelize) {
      const parent = { type: Sequelize.INTEGER, references: { model: ${asArgument(table)}, key: 'id' }, onDelete: 'CASCADE' }
      await queryInterface.createTable('children', { id: { type: Sequelize.INTEGER, primaryKey: true }, parent })
      await queryInterface.bulkInsert('children', [{ id: 1, parent: 1 }, { id: 2, parent: 1 }])
    },
    async down() {},
  }`

export const running = (sql: string) => `
  module.exports = {
    up: (queryInterface) => queryInterface.sequelize.query(${JSON.stringify(sql)}),
    async down() {},
  }`

/** A project with migrations of ours, pending; the database has those before them. */
export function project(database: TestDatabase, before: string[], ours: string[], sequelize?: string) {
  const earlier = before.map((text, index) => [`migrations/2024010${index}000000-before.cjs`, text])
  const root = tempProject({ 'config/config.js': database.config, ...Object.fromEntries(earlier) })
  shareModules(root, sequelize)
  expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
  const names = [migration, indexMigration]
  addFiles(root, Object.fromEntries(ours.map((text, nth) => [`migrations/${names[nth]}.cjs`, text])))
  return {
    root,
    migrate: (variables = {}) => sequelizeCliWith(variables, root, 'db:migrate'),
    /** Ours, all of them. */
    undo: (variables = {}) =>
      sequelizeCliWith(variables, root, 'db:migrate:undo:all', '--to', `${migration}.cjs`),
  }
}

type Migration = Record<'up' | 'down', (queryInterface: object, sequelize: unknown) => Promise<void>>

/** The migration for this process. It reads the variables as it is loaded. */
export function loaded(code: string, variables: Record<string, string> = {}): Migration {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    return require(path.join(tempProject({ 'ours.cjs': code }), 'ours.cjs'))
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** Runs it as umzug does, and gives what it said. */
export async function ran(
  database: TestDatabase,
  code: string,
  direction: 'up' | 'down',
  variables: Record<string, string> = {},
): Promise<string[]> {
  const said = jest.spyOn(console, 'log').mockImplementation(() => {})
  try {
    const { [direction]: run } = loaded(code, { DELETEDAT_LOCK_TRIES: '2', ...variables })
    await connected(database, (sequelize) => run(sequelize.getQueryInterface(), Sequelize))
    return said.mock.calls.map(([text]) => text)
  } finally {
    said.mockRestore()
  }
}

export const sql = (database: TestDatabase, text: string) =>
  connected(database, (sequelize) =>
    sequelize.query(text).then(([rows]) => rows as Record<string, unknown>[]),
  )

/** The query of the paranoid model, with nothing about it but its soft delete. */
export function findAll(database: TestDatabase, { table, column, model }: Names) {
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

export const rowsIn = (database: TestDatabase, table: string) =>
  connected(database, async (sequelize) => (await sequelize.query(`SELECT * FROM ${table}`))[0].length)

export const famous = {
  postgres: 'column "deletedAt" does not exist',
  mysql: "Unknown column 'deletedAt' in",
  sqlite: 'SQLITE_ERROR: no such column: deletedAt',
}

/** Up, up again, down, up, with what the database and the model say in between. */
export async function provesItself(
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

export const sessions: Names = { table: { name: 'Sessions' }, column: 'deletedAt', model: 'Session' }

/** No dialect of Sequelize 6 can quote its own quoting character, so that one is left out. */
export const hostile = (dialect: TestDatabase['dialect']): Names => {
  const quote = dialect === 'postgres' ? '"' : '`'
  const text = (name: string) => name.replaceAll(quote, '')
  return {
    table: { name: text('O\'Brien"s `$`{1}\\ */ -- x.y') },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not be taken for one.
    column: text('de"le\'ted;`:at\\ ${column}'),
    model: 'Session',
    index: text('i\'d"x `\\'),
  }
}

export const usingDatabase = (name: DatabaseName, tests: (database: () => TestDatabase) => void) => () => {
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

/** As a project's build does it. */
export const compiled = (typescript: string) =>
  transformSync(typescript, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  }).code
