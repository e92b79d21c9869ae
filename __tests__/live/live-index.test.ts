/** A column and its index are two migrations: the second one is ours also where the first has run long ago. */

import { type } from '../helpers/command'
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { connected, indexesOf } from '../helpers/databases/catalog'
import { driftingProject } from '../helpers/databases/live-project'

let server: Server
let database: TestDatabase
beforeAll(async () => {
  server = await startServer('sqlite')
  database = await server.fresh()
})
afterAll(() => server?.stop())

test('deploy ended between the two goes on with the second, and rollback takes back both', async () => {
  const root = driftingProject(database)
  expect(await type(root, 'models --yes --with-index')).toMatchObject({ code: 0 })
  expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
  const [made] = (await indexesOf(database, { name: 'sessions' })).filter((one) => /deleted/i.test(one))
  expect(made).toBeDefined()

  await connected(database, async (sequelize) => {
    await sequelize.query(`DROP INDEX ${made}`)
    await sequelize.query("DELETE FROM SequelizeMeta WHERE name LIKE '%-index.cjs'")
  })
  const again = await type(root, 'deploy models')
  expect(again.out).not.toContain('not ours')
  expect(again.code).toBe(0)
  expect(await indexesOf(database, { name: 'sessions' })).toContain(made)

  const back = await type(root, 'rollback models --force')
  expect(back).toMatchObject({ code: 0, out: expect.stringMatching(/-index\.cjs +undone/) })
  expect(await indexesOf(database, { name: 'sessions' })).not.toContain(made)
})
