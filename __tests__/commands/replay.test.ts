/** `--replay`: the migrations are run on a throw-away database, and what comes out judges. */

import { type } from '../helpers/command'
import { describeOn } from '../helpers/databases'
import { usingDatabase } from '../helpers/databases/emitted'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

const driver = JSON.stringify(require.resolve('../helpers/databases/sqlite-driver.cjs'))

const CONFIG = {
  postgres: "module.exports = { dialect: 'postgres', host: 'nowhere.invalid' }\n",
  sqlite: `module.exports = { dialect: 'sqlite', storage: 'never.sqlite', dialectModule: require(${driver}) }\n`,
  mysql: "module.exports = { dialect: 'mysql', host: 'nowhere.invalid' }\n",
}

const creates = `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('sessions', { id: { type: Sequelize.INTEGER, primaryKey: true } })
    await queryInterface.createTable('rooms', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  },
}
`

/** Which tables it alters is known to the database alone. */
const altersAll = `module.exports = {
  async up(queryInterface, Sequelize) {
    for (const table of await queryInterface.showAllTables()) {
      const name = table.tableName || table
      if (/^s/.test(name)) await queryInterface.addColumn(name, 'deletedAt', { type: Sequelize.DATE })
    }
  },
}
`

const model = (name: string, table: string) => `module.exports = (sequelize, DataTypes) =>
  sequelize.define('${name}', { title: DataTypes.STRING }, { tableName: '${table}', paranoid: true })
`

function project(dialect: keyof typeof CONFIG, files: Record<string, string> = {}): string {
  const root = tempProject({
    'package.json': '{ "name": "studio" }',
    'config/config.js': CONFIG[dialect],
    'migrations/20250101000000-create.js': creates,
    'migrations/20250102000000-alter-all.js': altersAll,
    'models/session.js': model('Session', 'sessions'),
    'models/room.js': model('Room', 'rooms'),
    ...files,
  })
  linkModules(root)
  return root
}

const statuses = (out: string) =>
  Object.fromEntries(
    (JSON.parse(out) as { models: { name: string; status: string }[] }).models.map(({ name, status }) => [
      name,
      status,
    ]),
  )

describe.each(['postgres', 'sqlite'] as const)('embedded %s', (dialect) => {
  it('sees what reading cannot', async () => {
    const root = project(dialect)
    expect(statuses((await type(root, 'check models --format json')).out)).toEqual({
      Session: 'unproven',
      Room: 'unproven',
    })
    const { out } = await type(root, 'check models --replay --format json')
    expect(statuses(out)).toEqual({ Session: 'ok', Room: 'missing-column' })
    const document = JSON.parse(out)
    expect(document.evidence).toBe('replay')
    expect(document.models[0].eyes.map(({ source }: { source: string }) => source)).toEqual([
      'migrations',
      'replay',
    ])
  })

  it('a migration that fails is said, and only its tables are in doubt', async () => {
    const fails = `module.exports = {
      async up(queryInterface, Sequelize) {
        await queryInterface.addColumn('rooms', 'deletedAt', { type: Sequelize.DATE })
        await queryInterface.addColumn('rooms', 'extra', { type: Sequelize.NO_SUCH_TYPE_AT_ALL.x })
      },
    }
`
    const root = project(dialect, { 'migrations/20250103000000-fails.js': fails })
    const { out } = await type(root, 'check models --replay --format json')
    expect(statuses(out)).toEqual({ Session: 'ok', Room: 'unproven' })
    expect(JSON.parse(out).notes).toContainEqual(
      expect.stringMatching(/^20250103000000-fails\.js failed in the replay: /),
    )
  })

  it('a repair is planned and proven by it', async () => {
    const root = project(dialect)
    const ran = await type(root, 'models --replay --yes')
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('add-rooms-deletedat-column.cjs') })
    expect(statuses((await type(root, 'check models --replay --format json')).out)).toEqual({
      Session: 'ok',
      Room: 'ok',
    })
  })
})

test('the extensions that migrations ask for are there', async () => {
  const root = project('postgres')
  addFiles(root, {
    'migrations/20241231000000-extend.js': `module.exports = {
      up: (queryInterface) => queryInterface.sequelize.query('CREATE EXTENSION IF NOT EXISTS "uuid-ossp"'),
    }
`,
  })
  const { out } = await type(root, 'check models --replay --format json')
  expect(JSON.parse(out).notes.join()).not.toContain('failed in the replay')
})

test('a migration may ask beside its own transaction, and make enums', async () => {
  const root = project('postgres')
  addFiles(root, {
    'migrations/20250104000000-beside.js': `module.exports = {
      up: (queryInterface, Sequelize) => queryInterface.sequelize.transaction(async (transaction) => {
        const mood = { type: Sequelize.ENUM('good', 'bad') }
        const state = { type: Sequelize.ENUM('open', 'closed') }
        await queryInterface.createTable('moods', { mood, state }, { transaction })
        await queryInterface.sequelize.query('SELECT 1')
        await queryInterface.addColumn('rooms', 'deletedAt', Sequelize.DATE)
      }),
    }
`,
  })
  const { out } = await type(root, 'check models --replay --format json')
  expect(JSON.parse(out).notes).toEqual([])
  expect(statuses(out)).toEqual({ Session: 'ok', Room: 'ok' })
})

test('there is no embedded MySQL, which is said', async () => {
  expect(await type(project('mysql'), 'check models --replay')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Name one that may be used for that: --scratch-url mysql://'),
  })
})

for (const name of ['postgres', 'mariadb'] as const)
  describeOn(
    name,
    'a scratch database on a server',
    usingDatabase(name, (database) => {
      it('is made, judges, and is gone afterwards', async () => {
        const { url, dialect } = database()
        const root = project(dialect as 'postgres' | 'mysql')
        // Other runs on this server may have theirs.
        const before = await scratchDatabases(String(url), dialect)
        const { out } = await type(root, [
          'check',
          'models',
          '--scratch-url',
          String(url),
          '--format',
          'json',
        ])
        expect(statuses(out)).toEqual({ Session: 'ok', Room: 'missing-column' })
        expect(before).toEqual(expect.arrayContaining(await scratchDatabases(String(url), dialect)))
      })
    }),
  )

async function scratchDatabases(url: string, dialect: string): Promise<unknown[]> {
  const { Sequelize } = require('sequelize') as typeof import('sequelize')
  const sequelize = new Sequelize(url, { logging: false })
  const sql = dialect === 'mysql' ? 'SHOW DATABASES' : 'SELECT datname FROM pg_database'
  const [rows] = await sequelize.query(sql)
  await sequelize.close()
  return rows
    .flatMap((row) => Object.values(row as object))
    .filter((one) => /^deletedat_replay_/.test(String(one)))
}
