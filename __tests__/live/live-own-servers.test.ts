/** What happens to a server while a deploy runs ends in a sentence, and in a state that a second run completes. */

import { type } from '../helpers/command'
import type { TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { driftingProject } from '../helpers/databases/live-project'
import { hasOwn, type OwnServer, ownMariaDB, ownPostgres, standbyOf } from '../helpers/databases/own-servers'
import { beside, reader, started, until, waiters } from '../helpers/databases/traffic'
import { addFiles } from '../helpers/temp-project'

const MADE = ['id', 'title', 'createdAt', 'updatedAt', 'deletedAt']

async function waiting(database: TestDatabase, more = ''): Promise<string> {
  const root = driftingProject(database)
  expect(await type(root, `models --yes ${more}`)).toMatchObject({ code: 0 })
  return root
}

/** A second run does all, once. */
async function completes(root: string, database: TestDatabase): Promise<void> {
  expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
  expect(await columnsOf(database, { name: 'sessions' })).toEqual(MADE)
  expect(await type(root, 'deploy models')).toMatchObject({
    code: 0,
    out: expect.stringContaining('No migration of ours waits'),
  })
}

/** The server goes away while the migration waits for the table. */
async function cutAt(database: TestDatabase, server: OwnServer, signal: NodeJS.Signals): Promise<void> {
  const root = await waiting(database)
  await beside(database, async (sequelize) => {
    await reader(sequelize)
    const deploy = started(root, 'deploy models')
    await until('the migration waits', async () => (await waiters(sequelize)) > 0)
    await server.stop(signal)
    const told = await deploy.ended
    await server.start()
    expect(told.code).toBe(2)
    expect(told.out + told.err).not.toMatch(/This is a bug/)
    expect(told.out + told.err).toMatch(/again/)
  })
  await completes(root, database)
}

;(hasOwn('postgres') ? describe : describe.skip)('a PostgreSQL of our own', () => {
  let server: OwnServer
  beforeAll(async () => {
    server = await ownPostgres()
  })
  afterAll(() => server.remove())

  it.each([
    ['restarted', 'SIGINT'],
    ['killed', 'SIGQUIT'],
  ] as const)('is %s in the middle of a migration', async (how, signal) => {
    await cutAt(await server.fresh(how), server, signal)
  })

  it('is a replica: deploy says so and changes nothing, and verify judges what has arrived', async () => {
    const primary = await server.fresh('replicated')
    const root = await waiting(primary)
    const standby = await standbyOf(server)
    try {
      const { database } = primary.options
      const elsewhere = { ...primary.options, port: standby.port, database, logging: undefined }
      const at = (options: object) =>
        addFiles(root, { 'config/config.js': `module.exports = ${JSON.stringify(options)}\n` })
      at(elsewhere)
      const told = await type(root, 'deploy models')
      expect(told.code).toBe(2)
      expect(told.out + told.err).toMatch(/read-only/)
      expect(told.out + told.err).not.toMatch(/This is a bug/)
      expect(await columnsOf(primary, { name: 'sessions' })).not.toContain('deletedAt')
      expect(await type(root, 'verify models')).toMatchObject({ code: 1 })
      at({ ...primary.options, logging: undefined })
      await completes(root, primary)
      at(elsewhere)
      const there = { ...primary, options: { ...primary.options, port: standby.port } }
      await until('it has arrived', async () =>
        (await columnsOf(there, { name: 'sessions' })).includes('deletedAt'),
      )
      expect(await type(root, 'verify models')).toMatchObject({ code: 0 })
    } finally {
      await standby.remove()
    }
  })
})

;(hasOwn('mariadb') ? describe : describe.skip)('a MariaDB of our own', () => {
  let server: OwnServer
  beforeAll(async () => {
    server = await ownMariaDB()
  })
  afterAll(() => server.remove())

  it.each([
    ['stopped', 'SIGTERM'],
    ['killed', 'SIGKILL'],
  ] as const)('is %s in the middle of a migration', async (how, signal) => {
    await cutAt(await server.fresh(how), server, signal)
  })

  it('is killed while a migration copies the table', async () => {
    const database = await server.fresh('copied')
    const root = await waiting(database)
    await connected(database, async (sequelize) => {
      await sequelize.query('ALTER TABLE sessions ADD COLUMN filler VARCHAR(500)')
      await sequelize.query(
        "INSERT INTO sessions (title, filler) SELECT 'x', REPEAT('x', 500) FROM seq_1_to_200000",
      )
      await sequelize.query('SET GLOBAL old_alter_table = 1').catch(() => undefined)
      await sequelize.query("SET GLOBAL alter_algorithm = 'COPY'")
    })
    await beside(database, async (sequelize) => {
      const deploy = started(root, 'deploy models')
      await until('it is under way', async () => {
        const [rows] = await sequelize.query(
          "SELECT 1 FROM information_schema.processlist WHERE info LIKE 'ALTER TABLE%'",
        )
        return rows.length > 0 || deploy.told.code !== null
      })
      await server.stop('SIGKILL')
      expect(await deploy.ended).toMatchObject({ code: 2 })
      await server.start()
    })
    await connected(database, (sequelize) => sequelize.query('ALTER TABLE sessions DROP COLUMN filler'))
    await completes(root, database)
  })
})
