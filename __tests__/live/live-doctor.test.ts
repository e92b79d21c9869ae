/** doctor from end to end: files, versions, a database, and the three beside each other. */

import { type } from '../helpers/command'
import { type Server, startServer } from '../helpers/databases'
import { deadPort } from '../helpers/databases/fake-postgres'
import { addFiles, driftingProject } from '../helpers/databases/live-project'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

let server: Server
beforeAll(async () => {
  server = await startServer('sqlite')
})
afterAll(() => server?.stop())

test('a project that drifts, before and after its repair', async () => {
  const root = driftingProject(await server.fresh())
  const before = await type(root, 'doctor models')
  expect(before).toMatchObject({ code: 1, err: '' })
  expect(before.out).toMatch(/note +versions +Node .*sequelize 6.*sequelize-cli 6.*SQLite/)
  expect(before.out).toMatch(/note +SequelizeMeta +1 of 1 migrations have run/)
  expect(before.out).toMatch(
    /failed +Session +asks for sessions\.deletedAt; migrations: not there; database: not there\n/,
  )

  await type(root, 'models --yes')
  addFiles(root, { 'migrations/20990101000000-late.mjs': 'export const up = async () => {}' })
  const waiting = await type(root, 'doctor models')
  expect(waiting.out).toMatch(/waiting to be run: 20250530120000-add-sessions-deletedat-column\.cjs/)
  expect(waiting.out).toMatch(/failed +migrations +sequelize-cli does not see 20990101000000-late\.mjs/)
  expect(waiting.out).toMatch(/failed +Session .*migrations: there, by .*; database: not there yet/)

  await type(root, 'deploy models')
  const told = await type(root, 'doctor models --format json')
  expect(told).toMatchObject({ code: 1, err: '' })
  const { checks } = JSON.parse(told.out) as { checks: { subject: string; state: string }[] }
  expect(checks.find(({ subject }) => subject === 'Session')).toMatchObject({ state: 'ok' })
})

test('a database that is not reached is one finding among the others', async () => {
  const port = await deadPort()
  const root = tempProject({
    'models/session.js': `module.exports = (sequelize, DataTypes) =>
      sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })`,
    'config/config.json': `{ "development": { "dialect": "postgres", "host": "127.0.0.1", "port": ${port}, "username": "ada", "password": "s3cret-word" } }`,
  })
  linkModules(root)
  const told = await type(root, 'doctor models')
  expect(told).toMatchObject({ code: 2, err: '' })
  expect(told.out).toMatch(/failed +connection +No database answers there/)
  expect(told.out).toMatch(/note +versions +Node/)
  expect(told.out).toMatch(/note +Session +asks for sessions\.deletedAt; migrations: cannot be told/)
  expect(told.out).not.toContain('s3cret-word')
})
