/** A database that does not let one in: what it means and what to do, and no password in any of it. */

import { connect } from '../../src/io/loader/connect'
import { type } from '../helpers/command'
import { deadPort, type Refusal, refusing } from '../helpers/databases/fake-postgres'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

const PASSWORD = 'p#s?/w@rd'

const MODEL = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`

let root: string
beforeAll(() => {
  root = tempProject({ 'models/session.js': MODEL })
  linkModules(root)
})

const config = (port: number, more = {}) =>
  JSON.stringify({
    development: {
      dialect: 'postgres',
      host: '127.0.0.1',
      port,
      username: 'ada',
      password: PASSWORD,
      database: 'gym',
      ...more,
    },
  })

describe.each<[string, Refusal | undefined, object, string]>([
  [
    'a wrong password',
    { code: '28P01', message: 'password authentication failed for user "ada" (PASSWORD)' },
    {},
    'The database refuses the user or the password (gym on 127.0.0.1:PORT).',
  ],
  [
    'TLS is required',
    {
      code: '28000',
      message: 'no pg_hba.conf entry for host "10.0.0.1", user "ada", database "gym", SSL off',
    },
    {},
    'The server takes only encrypted connections (gym on 127.0.0.1:PORT).',
  ],
  [
    'TLS is required, in the words of later versions',
    {
      code: '28000',
      message: 'no pg_hba.conf entry for host "10.0.0.1", user "ada", database "gym", no encryption',
    },
    {},
    'The server takes only encrypted connections (gym on 127.0.0.1:PORT).',
  ],
  [
    'TLS is asked for and not there',
    { code: '28P01', message: 'never said' },
    { dialectOptions: { ssl: { require: true } } },
    'The connection asks for TLS, and the server has none (gym on 127.0.0.1:PORT).',
  ],
  [
    'this user from here',
    { code: '28000', message: 'no pg_hba.conf entry for host "10.0.0.1", user "ada", database "gym"' },
    {},
    'The server does not let this user in from here (gym on 127.0.0.1:PORT).',
  ],
  [
    'no such database',
    { code: '3D000', message: 'database "gym" does not exist' },
    {},
    'There is no such database on the server (gym on 127.0.0.1:PORT).',
  ],
  [
    'the server starts up',
    { code: '57P03', message: 'the database system is starting up' },
    {},
    'The database ended the connection (gym on 127.0.0.1:PORT).',
  ],
  ['it hangs up without a word', undefined, {}, 'The database ended the connection (gym on 127.0.0.1:PORT).'],
  [
    'too many connections',
    { code: '53300', message: 'sorry, too many clients already' },
    {},
    'The server has no connection left (gym on 127.0.0.1:PORT).',
  ],
])('%s', (_what, refusal, more, expected) => {
  it('is told in our words, exits with 2, and names no password', () =>
    refusing(refusal, async (port) => {
      addFiles(root, { 'config/config.json': config(port, more) })
      const told = await type(root, 'verify models')
      expect(told).toMatchObject({ code: 2, out: '' })
      expect(told.err).toContain(expected.replace('PORT', String(port)))
      expect(told.err.trim().split('\n')).toHaveLength(2)
      expect(told.err).not.toContain(PASSWORD)
      expect(told.err).not.toContain('bug')
    }))
})

test('no server', async () => {
  const port = await deadPort()
  addFiles(root, { 'config/config.json': config(port) })
  expect(await type(root, 'verify models')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(`No database answers there (gym on 127.0.0.1:${port}).`),
  })
})

test('an environment that is not configured', async () => {
  addFiles(root, { 'config/config.json': config(1) })
  expect(await type(root, 'verify models --env prodction')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/no environment "prodction" in config\/config\.json\.\n.*development.*--env/),
  })
})

test('a server that says nothing', async () => {
  await refusing('silence', async (port) => {
    const source = { start: root, environment: 'development', url: `postgres://ada@127.0.0.1:${port}/gym` }
    const connecting = connect(source, () => undefined, 300)
    await expect(connecting).rejects.toMatchObject({
      says: 'timeout expired (0.3 s)',
      where: `gym on 127.0.0.1:${port}`,
    })
  })
})
