/** Models bring an instance of their own: what it calls is no proof for a database that it is not connected to. */

import { type } from '../helpers/command'
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

let server: Server
let database: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  server = await startServer('sqlite')
  ;[database, other] = [await server.fresh(), await server.fresh()]
  for (const one of [database, other])
    await connected(one, (sequelize) =>
      sequelize.query(
        'CREATE TABLE sessions (id integer, title text, createdAt date, updatedAt date, deletedAt datetime)',
      ),
    )
})
afterAll(() => server?.stop())

const project = () => {
  const root = tempProject({
    'config/config.js': database.config,
    'config/other.js': other.config,
    'models/session.js': `const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ ...require('../config/config.js'), logging: false })
module.exports = sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`,
  })
  linkModules(root)
  return root
}

test('the same database: they are called', async () => {
  expect((await type(project(), 'verify models')).out).toMatch(/ok +Session +findOne, count 0/)
})

test('another one: they are not called, and it is said where they lead', async () => {
  const { code, out } = await type(project(), 'verify models --write-test --config config/other.js')
  expect(code).toBe(0)
  expect(out).toMatch(
    /skipped +Session +not called: its own instance leads to another database \(.*\.sqlite\)/,
  )
  expect(out).not.toContain('count 0')
})
