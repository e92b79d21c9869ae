/** What a paranoid model does on a table without the column (R21 to R24, R29, R30). */
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { libraries } from '../helpers/rules-real'

// biome-ignore lint/suspicious/noExplicitAny: the four packages have no type in common
type Any = any

function connect(major: number, { url, options }: TestDatabase): Any {
  const { Sequelize } = libraries[major]!()
  if (major === 7)
    return new Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect, url, pool: { max: 1 } })
  const shared = { ...options, pool: { max: 1 }, ...(major === 4 ? { operatorsAliases: false } : {}) }
  return new Sequelize(options.database, options.username, options.password ?? '', shared)
}

const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'works',
    (error: Any) => error.cause?.message ?? error.message ?? error,
  )

const MISSING = 'column "deletedAt" does not exist'

let server: Server
beforeAll(async () => {
  server = await startServer('pglite')
})
afterAll(() => server.stop())

describe.each([4, 5, 6, 7])('Sequelize %i on PostgreSQL', (major) => {
  let sequelize: Any
  let User: Any
  beforeAll(async () => {
    sequelize = connect(major, await server.fresh())
    await sequelize.query('CREATE TABLE "Users" (id serial PRIMARY KEY)')
    User = sequelize.define('User', {}, { paranoid: true, createdAt: false, updatedAt: false })
  })
  afterAll(() => sequelize.close())

  test('R21: paranoid: false in a query leaves the column in the SELECT', async () => {
    expect(await outcome(User.findAll())).toBe(MISSING)
    expect(await outcome(User.findAll({ paranoid: false }))).toBe(MISSING)
    expect(await outcome(User.findAll({ paranoid: false, attributes: ['id'] }))).toBe('works')
  })

  test('R22: create() fails since version 6', async () => {
    expect(await outcome(User.create({}))).toBe(major < 6 ? 'works' : MISSING)
  })

  test('R24: destroy({ force: true }) works', async () => {
    expect(await outcome(User.destroy({ where: { id: 1 }, force: true }))).toBe('works')
    expect(await outcome(User.destroy({ where: { id: 1 } }))).toBe(MISSING)
  })

  test('R29: addColumn names the schema public below version 7', async () => {
    const type = libraries[major]!().DataTypes?.DATE ?? libraries[major]!().DATE
    await sequelize.query('CREATE SCHEMA app')
    await sequelize.query('CREATE TABLE app.notes (id serial)')
    await sequelize.query('SET search_path TO app, public')
    const added = await outcome(sequelize.getQueryInterface().addColumn('notes', 'deletedAt', { type }))
    expect(added).toBe(major < 7 ? 'relation "public.notes" does not exist' : 'works')
    await sequelize.query('SET search_path TO public')
  })

  test('R30: describeTable of a missing table throws', async () => {
    const said = await outcome(sequelize.getQueryInterface().describeTable('nowhere'))
    expect(said).toMatch(/^No description found for ("nowhere" table|table nowhere)/)
  })
})

test('R23: create() works on SQLite', async () => {
  const sqlite = await startServer('sqlite')
  const { options } = await sqlite.fresh()
  const sequelize = new (libraries[6]!().Sequelize)(options)
  try {
    await sequelize.query('CREATE TABLE Users (id INTEGER PRIMARY KEY)')
    const User = sequelize.define('User', {}, { paranoid: true, createdAt: false, updatedAt: false })
    expect(await outcome(User.create({}))).toBe('works')
    expect(await outcome(User.findAll())).toBe('SQLITE_ERROR: no such column: deletedAt')
  } finally {
    await sequelize.close()
    await sqlite.stop()
  }
})
