/** deploy runs on the very connection that was checked, wherever it comes from and whatever sequelize-cli would make of it. */

import { type, withEnv } from '../helpers/command'
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

const PASSWORD = 'p#s?/w@r:d%'

let server: Server
let database: TestDatabase
beforeAll(async () => {
  server = await startServer('pglite')
})
beforeEach(async () => {
  database = await server.fresh()
  await connected(database, (sequelize) =>
    sequelize.query('CREATE TABLE sessions (id serial, title text, "createdAt" date, "updatedAt" date)'),
  )
})
afterAll(() => server?.stop())

const MODEL = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`

const CREATES = `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('sessions', { id: Sequelize.INTEGER, title: Sequelize.STRING })
  },
  async down() {},
}
`

/** pglite lets everybody in, so a password may be anything. */
const options = () => JSON.stringify({ ...database.options, password: PASSWORD, logging: undefined })
const url = (password: string) => String(database.url).replace(/\/\/[^@]*@/, `//ada:${password}@`)

/** Repairs it and deploys, with nothing of the password in what is said. */
async function deployed(root: string, paths: string, line = '') {
  expect(await type(root, `${paths} --yes`)).toMatchObject({ code: 0, err: '' })
  const told = await type(root, `deploy ${paths} --format json ${line}`)
  expect(told.err + told.out).not.toMatch(/w@r|w%40r/i)
  expect(told).toMatchObject({ code: 0, err: expect.stringContaining('migrated') })
  expect(JSON.parse(told.out).checks).toContainEqual(
    expect.objectContaining({ state: 'ok', says: 'run; "deletedAt" is there' }),
  )
  expect(await columnsOf(database, { name: 'sessions' })).toContain('deletedAt')
  return told
}

function project(files: Record<string, string>): string {
  const root = tempProject({ 'models/session.js': MODEL, 'migrations/README': '', ...files })
  linkModules(root)
  return root
}

test('a password with every sign in it, encoded in DATABASE_URL', () =>
  withEnv({ DATABASE_URL: url(encodeURIComponent(PASSWORD)) }, async () => {
    await deployed(project({}), 'models')
  }))

test('a password with signs that end it for sequelize-cli', async () => {
  await deployed(project({}), 'models', `--url ${url('p#s?/w@r:d')}`)
})

test('a url in .sequelizerc, which sequelize-cli would read in its own way', async () => {
  const rc = `module.exports = { url: ${JSON.stringify(url('p#s?/w@r'))} }`
  await deployed(project({ '.sequelizerc': rc }), 'models')
})

test('a config that prints its password', async () => {
  const root = project({
    'config/config.js': `console.log(${JSON.stringify(PASSWORD)}); module.exports = ${options()}`,
  })
  expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
  const told = await type(root, 'deploy models --format json', { DEBUG: '*' })
  expect(told.code).toBe(0)
  expect(told.err).toContain('***')
  expect(told.err + told.out).not.toMatch(/w@r|w%40r/i)
  expect(JSON.parse(told.out).command).toBe('deploy')
})

test('an instance whose file calls sync() as it is loaded: the tables stay as they are', async () => {
  const root = project({
    'backend/database.mjs': `import { DataTypes, Sequelize } from 'sequelize'
export const sequelize = new Sequelize(await Promise.resolve(${options()}))
sequelize.define('Intruder', { name: DataTypes.STRING })
await sequelize.sync({ alter: true })`,
  })
  await deployed(root, 'models', '--sequelize backend/database.mjs')
  expect(await columnsOf(database, { name: 'Intruders' })).toEqual([])
})

test('a project in a folder below, with packages of its own', async () => {
  const root = tempProject({
    'package.json': '{ "private": true }',
    'backend/package.json': '{ "dependencies": { "sequelize": "^6.0.0" } }',
    'backend/models/session.js': MODEL,
    'backend/migrations/20250101000000-create.js': CREATES,
    'backend/config/config.json': `{ "development": ${options()} }`,
  })
  linkModules(`${root}/backend`)
  await deployed(root, 'backend/models')
})
