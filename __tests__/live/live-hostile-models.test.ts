/** Files of the project that throw, end the process, hang, or talk: verify says which, and goes on where it can. */

import fs from 'node:fs'
import path from 'node:path'
import { startProject } from '../../src/io/loader'
import { type } from '../helpers/command'
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

let server: Server
let database: TestDatabase
let root: string
beforeAll(async () => {
  server = await startServer('sqlite')
  database = await server.fresh()
  await connected(database, async (sequelize) => {
    for (const table of ['sessions', 'visits'])
      await sequelize.query(
        `CREATE TABLE ${table} (id integer, title text, "createdAt" date, "updatedAt" date, "deletedAt" datetime)`,
      )
  })
  root = tempProject({ 'config/config.js': database.config.replace('{', "{ password: 'veiled-word',") })
  linkModules(root)
})
afterAll(() => server?.stop())
afterEach(() => fs.rmSync(path.join(root, 'models'), { recursive: true, force: true }))

const model = (name: string, table: string) => `module.exports = (sequelize, DataTypes) =>
  sequelize.define('${name}', { title: DataTypes.STRING }, { tableName: '${table}', paranoid: true })
`
const visit = { 'models/visit.js': model('Visit', 'visits') }

test('one that throws is not called, and the others are', async () => {
  addFiles(root, {
    ...visit,
    'models/session.js': `${model('Session', 'sessions')}
      if (process.env.JEST_WORKER_ID) throw new Error('no queue at veiled-word')`,
  })
  const told = await type(root, 'verify models')
  expect(told).toMatchObject({ code: 0, err: '' })
  expect(told.out).toMatch(/skipped +Session +not called: .*no queue at \*\*\*/)
  expect(told.out).toMatch(/ok +Visit +findOne, count 0/)
})

test('one that ends the process is named', async () => {
  addFiles(root, { ...visit, 'models/session.js': `${model('Session', 'sessions')}; process.exit(7)` })
  const told = await type(root, 'verify models')
  expect(told).toMatchObject({ code: 2, out: '' })
  expect(told.err).toContain('ended itself with exit code 7')
  expect(told.err).toContain('models/session.js')
})

test('one that hangs is named, and not waited for', async () => {
  addFiles(root, { 'models/session.js': `${model('Session', 'sessions')}; for (;;);` })
  const file = path.join(root, 'models/session.js')
  const child = startProject(root, {})
  await child.ask('connect', {
    start: root,
    environment: 'development',
    config: path.join(root, 'config/config.js'),
  })
  await expect(child.ask('models', [{ file, names: ['Session'] }], 2000)).rejects.toMatchObject({
    what: expect.stringMatching(/did not answer within 2 seconds.*models\/session\.js/),
  })
  await child.end()
})

test('what they print does not reach the report', async () => {
  addFiles(root, {
    'models/visit.js': `console.log('hello'); process.stdout.write('{'); console.error('oh'); ${model('Visit', 'visits')}`,
  })
  const told = await type(root, 'verify models --format json')
  expect(told).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(told.out)).toMatchObject({ command: 'verify' })
})

test('a promise that nobody waits for, and a timer that fails, do not end it', async () => {
  addFiles(root, {
    'models/visit.js': `Promise.reject(new Error('no queue')); setTimeout(() => { throw new Error('late') }, 1); ${model('Visit', 'visits')}`,
  })
  expect(await type(root, 'verify models')).toMatchObject({ code: 0, err: '' })
})
