/** The application asks by itself: assertParanoid and expectNoDrift with Sequelize 5, 6 and 7 on real databases. */

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type AnySequelize, assertParanoid, findDrift, ParanoidDrift } from '../../src/runtime'
import { expectNoDrift } from '../../src/testing'
import { type as command } from '../helpers/command'
import { available, databaseNames, type Server, startServer, type TestDatabase } from '../helpers/databases'
import { install } from '../helpers/installed'
import { tempProject } from '../helpers/temp-project'

/** What the tests need of an instance, whatever its version. */
interface Instance extends AnySequelize {
  define(name: string, attributes: object, options: object): unknown
  close(): Promise<void>
}

const VERSIONS = { 5: 'sequelize-v5', 6: 'sequelize', 7: '@sequelize/core' }
type Version = keyof typeof VERSIONS

function connect(version: Version, { options, url }: TestDatabase): Instance {
  const { Sequelize } = require(VERSIONS[version])
  if (version !== 7) return new Sequelize(options)
  const { PostgresDialect } = require('@sequelize/postgres')
  return new Sequelize({ dialect: PostgresDialect, url, logging: false })
}

/** One model a verdict. */
function defineAll(sequelize: Instance, version: Version): void {
  const { DataTypes } = require(VERSIONS[version])
  const model = (name: string, options: object, attributes: object = { token: DataTypes.STRING }) =>
    sequelize.define(name, attributes, { tableName: `${name.toLowerCase()}s`, paranoid: true, ...options })
  model('Session', {})
  model('User', {})
  model('Post', {})
  model('Note', { underscored: true })
  model('Ghost', {})
  model('Audit', { timestamps: false })
  model('Plain', { paranoid: false })
  model('Draft', {}, { token: DataTypes.STRING, removed: { type: DataTypes.DATE, field: 'removed_on' } })
  model(
    'Trash',
    { deletedAt: 'removed' },
    { token: DataTypes.STRING, removed: { type: DataTypes.DATE, field: 'removed_on' } },
  )
}

async function makeTables(sequelize: Instance, { dialect }: TestDatabase): Promise<void> {
  const quote = (name: string) => (dialect === 'mysql' ? `\`${name}\`` : `"${name}"`)
  const time = dialect === 'postgres' ? 'timestamptz' : 'datetime'
  const tables: Record<string, string[]> = {
    sessions: [],
    users: ['deleted_at'],
    posts: ['deletedAt'],
    notes: ['deleted_at'],
    audits: [],
    plains: [],
    drafts: ['deletedAt'],
    trashs: ['removed_on'],
  }
  for (const [name, columns] of Object.entries(tables)) {
    const all = ['id integer', ...columns.map((one) => `${quote(one)} ${time} NULL`)].join(', ')
    await sequelize.query(`CREATE TABLE ${quote(name)} (${all})`)
  }
}

const FOUND = [
  ['Session', 'missing-column', 'Session is paranoid but table "sessions" has no "deletedAt" column.'],
  [
    'User',
    'misnamed-column',
    'User asks table "users" for "deletedAt", but the column there is "deleted_at".',
  ],
  ['Ghost', 'missing-table', 'Ghost asks for table "ghosts", which is not in the database.'],
  [
    'Audit',
    'inert-paranoid',
    'Audit: timestamps is off, so paranoid does nothing: no column is used, and destroy() deletes rows for good.',
  ],
]

for (const name of databaseNames) {
  const describeIt = available(name) ? describe : describe.skip
  describeIt(name, () => {
    let server: Server
    beforeAll(async () => {
      server = await startServer(name)
    })
    afterAll(() => server?.stop())

    const versions = ([5, 6, 7] as const).filter((version) => version !== 7 || /postgres|pglite/.test(name))
    test.each(versions)('Sequelize %s', async (version) => {
      const database = await server.fresh()
      const sequelize = connect(version, database)
      try {
        defineAll(sequelize, version)
        await makeTables(sequelize, database)
        const asked: string[] = []
        const { query } = sequelize
        sequelize.query = (sql, options) => {
          asked.push(sql)
          return query.call(sequelize, sql, options)
        }
        const found = await findDrift(sequelize)
        // Version 7 writes the default schema in front of every table.
        const says = found.map(({ model, rule, message }) => [model, rule, message.replace('"public.', '"')])
        expect(says).toEqual(FOUND)
        expect(asked).toHaveLength(2)
        await expect(assertParanoid(sequelize)).rejects.toThrow(ParanoidDrift)
        await expect(
          assertParanoid(sequelize, { only: ['Post', 'Note', 'Plain', 'Trash'] }),
        ).resolves.toEqual([])
        await expect(
          expectNoDrift(sequelize, { except: ['Session', 'User', 'Ghost', 'Audit'] }),
        ).resolves.toBeUndefined()
        await expect(expectNoDrift(sequelize, { only: ['Session'] })).rejects.toMatchObject({
          name: 'AssertionError',
          expected: [],
          actual: [expect.stringContaining('Session is paranoid')],
        })
      } finally {
        await sequelize.close()
      }
    })
  })
}

describe('what it says and does', () => {
  let server: Server
  let database: TestDatabase
  beforeAll(async () => {
    server = await startServer('sqlite')
    database = await server.fresh()
  })
  afterAll(() => server?.stop())

  const SLIPS: [what: string, options: object, says: string][] = [
    [
      'an option that does not exist',
      { onDrfit: 'warn' },
      'There is no option onDrfit.\nDid you mean onDrift?',
    ],
    ['another', { x: 1 }, 'Choose among onDrift, only, except, strict.'],
    ['a wrong onDrift', { onDrift: 'warm' }, "onDrift must be 'throw', 'warn' or a function."],
    ['a text for only', { only: 'Session' }, 'only must be a list of names of models.'],
    ['a text for strict', { strict: 'yes' }, 'strict must be true or false.'],
  ]
  test.each(SLIPS)('a slip is told and not passed over: %s', (_what, options, says) =>
    drifting((sequelize) => expect(assertParanoid(sequelize, options)).rejects.toThrow(says)),
  )

  test('no model at all proves nothing', async () => {
    const sequelize = connect(6, database)
    try {
      const says = 'This Sequelize has no model.'
      await expect(assertParanoid(sequelize)).rejects.toThrow(says)
      await expect(expectNoDrift(sequelize)).rejects.toThrow(says)
    } finally {
      await sequelize.close()
    }
  })

  async function drifting<T>(work: (sequelize: Instance) => Promise<T>): Promise<T> {
    const sequelize = connect(6, await server.fresh())
    try {
      defineAll(sequelize, 6)
      await makeTables(sequelize, database)
      return await work(sequelize)
    } finally {
      await sequelize.close()
    }
  }

  test('the error names every model and what to do', () =>
    drifting(async (sequelize) => {
      const error = await assertParanoid(sequelize).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'ParanoidDrift', code: 'DELETEDAT_DRIFT' })
      expect(String(error)).toMatchInlineSnapshot(`
"ParanoidDrift: 4 models ask the database for what it does not have:
  Session is paranoid but table "sessions" has no "deletedAt" column. (missing-column)
    Run npx deletedat-codemod to add it by a migration, or --repair disable-paranoid to turn paranoid off.
  User asks table "users" for "deletedAt", but the column there is "deleted_at". (misnamed-column)
    Run npx deletedat-codemod to map the attribute to it.
  Ghost asks for table "ghosts", which is not in the database. (missing-table)
    Run the migration that makes the table, or check tableName and schema of the model.
  Audit: timestamps is off, so paranoid does nothing: no column is used, and destroy() deletes rows for good. (inert-paranoid)
    Turn timestamps on and add the column, or take paranoid out."
`)
    }))

  test('a function of your own, a name that is not there, and what is no Sequelize', () =>
    drifting(async (sequelize) => {
      const given: number[] = []
      await assertParanoid(sequelize, { onDrift: ({ findings }) => given.push(findings.length) })
      expect(given).toEqual([4])
      await expect(assertParanoid(sequelize, { only: ['Sesion'] })).rejects.toThrow('Did you mean Session?')
      const nothing: unknown = {}
      await expect(assertParanoid(nothing as Instance)).rejects.toThrow('This is no Sequelize instance.')
    }))

  test('what a class shows of a broken paranoid is told as check tells it', async () => {
    const source = `const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'sqlite', dialectModule: {} })
module.exports = sequelize
sequelize.define('Inert', {}, { paranoid: true, timestamps: false })
sequelize.define('Off', {}, { paranoid: true, deletedAt: false })
sequelize.define('Virtual', { deletedAt: DataTypes.VIRTUAL }, { paranoid: true })
`
    const root = tempProject({
      'package.json': '{ "dependencies": { "sequelize": "5.22.5" } }',
      'models.js': source,
    })
    const checked = JSON.parse((await command(root, 'check models.js --format json')).out)
    const { DataTypes } = require('sequelize-v5')
    const sequelize = connect(5, await server.fresh())
    sequelize.define('Inert', {}, { paranoid: true, timestamps: false })
    sequelize.define('Off', {}, { paranoid: true, deletedAt: false })
    sequelize.define('Virtual', { deletedAt: DataTypes.VIRTUAL }, { paranoid: true })
    const messages = (findings: { message: string }[]) => findings.map(({ message }) => message).sort()
    const found = await findDrift(sequelize)
    await sequelize.close()
    expect(found).toHaveLength(3)
    expect(messages(found)).toEqual(messages(checked.findings))
  })
})

describe('as it is installed', () => {
  const root = tempProject({
    'package.json': '{ "dependencies": { "sequelize": "6.37.8" } }',
    'models/session.js': `const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize('postgres://localhost/none')
module.exports = sequelize.define('Session', { token: DataTypes.STRING }, { paranoid: true, tableName: 'sessions' })
`,
    'migrations/20240101000000-create.js': `module.exports = {
  up: (queryInterface, { STRING }) => queryInterface.createTable('sessions', { token: STRING }),
}
`,
    'drift.test.js': `const test = require('node:test')
const { expectNoDrift } = require('deletedat-codemod/testing')
test('no drift', () => expectNoDrift({ cwd: ${JSON.stringify('.')} }))
`,
    'drift.spec.js': `const { expectNoDrift } = require('deletedat-codemod/testing')
test('no drift', () => expectNoDrift({ cwd: __dirname }))
`,
    'light.js': `require('deletedat-codemod/runtime')
console.log(Object.keys(require.cache).map((file) => require('node:path').basename(file)).join())
`,
    'warn.js': `const { assertParanoid } = require('deletedat-codemod/runtime')
const { Sequelize } = require('sequelize')
const sequelize = new Sequelize('postgres://127.0.0.1:1/none', { logging: false })
require('./models/session')
sequelize.define('Off', {}, { paranoid: true, timestamps: false })
sequelize.define('On', {}, { paranoid: true })
process.on('warning', ({ name, message }) => console.log(name + ': ' + message.split('\\n')[0]))
const main = async () => {
  console.log((await assertParanoid(sequelize, { onDrift: 'warn' })).length)
  console.log(await assertParanoid(sequelize).catch(({ name }) => name))
  sequelize.query = async (sql) => [/pg_class/.test(sql) ? [] : [{ path: '[]' }]]
  console.log((await assertParanoid(sequelize, { onDrift: 'warn' })).length)
}
main()
`,
    'named.mjs': `import { assertParanoid } from 'deletedat-codemod/runtime'
import { expectNoDrift } from 'deletedat-codemod/testing'
console.log(typeof assertParanoid, typeof expectNoDrift)
`,
  })
  const node = (...args: string[]) => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env })
    return { status, out: stdout + stderr }
  }
  const SAYS = 'Session is paranoid but table "sessions" has no "deletedAt" column.'

  beforeAll(() => install(root))

  test('the module loads one part, without a parser, and is found by name', () => {
    expect(node('light.js').out.trim()).toBe('light.js,index.js,judge.bundle')
    expect(node('named.mjs').out.trim()).toBe('function function')
  })

  test('warn makes a warning of the process, also where the database does not answer', () => {
    expect(node('--no-warnings', 'warn.js').out.trim().split('\n')).toEqual([
      '0',
      'ParanoidDrift: The models could not be compared with the database: connect ECONNREFUSED 127.0.0.1:1',
      'SequelizeConnectionRefusedError',
      '2',
      'ParanoidDrift: 2 models ask the database for what it does not have:',
    ])
  })

  test('node:test', () => {
    const { status, out } = node('--test', 'drift.test.js')
    expect({ status, out }).toEqual({ status: 1, out: expect.stringContaining(SAYS) })
  })

  test('jest', () => {
    const jest = path.join(__dirname, '../../node_modules/jest/bin/jest.js')
    const { status, out } = node(jest, '--rootDir', root, '--testMatch', '**/drift.spec.js', '--no-cache')
    expect({ status, out }).toEqual({ status: 1, out: expect.stringContaining(SAYS) })
  })
})
