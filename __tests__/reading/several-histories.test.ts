/** One application with several databases: each model is judged by its own migrations, and repaired there. */

import path from 'node:path'
import { type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const manifest = (more: object = {}) =>
  JSON.stringify({ name: 'hotel', dependencies: { sequelize: '^6.37.0', pg: '^8.0.0' }, ...more })

const model = (name: string) =>
  `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('${name}', { label: DataTypes.STRING }, { tableName: '${name.toLowerCase()}s', paranoid: true })\n`

const created = (table: string, columns: string) =>
  `module.exports = { up: (q, S) => q.createTable('${table}', { id: S.INTEGER, createdAt: S.DATE, updatedAt: S.DATE, ${columns} }), down: (q) => q.dropTable('${table}') }\n`

const index = (url: string) => `const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(process.env.${url})
module.exports = { sequelize, Room: require('./room')(sequelize, DataTypes) }
`

const rc = (models: string, migrations: string) =>
  `module.exports = { 'models-path': require('path').resolve('${models}'), 'migrations-path': require('path').resolve('${migrations}') }\n`

/** Both have rooms; those of the front desk lack the column. */
const hotel = (
  { models, migrations }: Record<'models' | 'migrations', [house: string, desk: string]>,
  more: Record<string, string> = {},
) => ({
  'package.json': manifest(),
  [`${models[0]}/index.js`]: index('HOUSE_URL'),
  [`${models[0]}/room.js`]: model('Room'),
  [`${models[1]}/index.js`]: index('DESK_URL'),
  [`${models[1]}/room.js`]: model('Room'),
  [`${models[1]}/bill.js`]: model('Bill'),
  [`${migrations[0]}/20240101000000-rooms.js`]: created('rooms', 'deletedAt: S.DATE'),
  [`${migrations[1]}/20240101000000-rooms.js`]: created('rooms', 'floor: S.INTEGER'),
  [`${migrations[1]}/20240102000000-bills.js`]: created('bills', 'deletedAt: S.DATE'),
  ...more,
})

interface Told {
  models: { name: string; file: string; status: string }[]
  databases?: { name: string }[]
}

async function told(root: string, line = 'check'): Promise<string[]> {
  const { models } = JSON.parse((await type(root, `${line} --format json`)).out) as Told
  return models.map(({ file, status }) => `${file} ${status}`).sort()
}

describe.each<[string, Parameters<typeof hotel>[0], Record<string, string>, next: string]>([
  [
    'a folder each, and an option file for the second',
    {
      models: ['src/db/house/models', 'src/db/desk/models'],
      migrations: ['src/db/house/migrations', 'src/db/desk/migrations'],
    },
    {
      '.sequelizerc': rc('src/db/house/models', 'src/db/house/migrations'),
      '.sequelizerc-desk': rc('src/db/desk/models', 'src/db/desk/migrations'),
    },
    'npx sequelize-cli db:migrate --name 20250530120000-add-rooms-deletedat-column.cjs --options-path .sequelizerc-desk',
  ],
  [
    'folders in the models and in the migrations',
    { models: ['models/house', 'models/desk'], migrations: ['migrations/house', 'migrations/desk'] },
    {},
    'npx deletedat-codemod deploy models/desk --migrations migrations/desk --sequelize models/desk/index.js',
  ],
  [
    'a script for the second',
    { models: ['models', 'deskModels'], migrations: ['migrations', 'desk-migrations'] },
    {
      'package.json': manifest({
        scripts: {
          migrate: 'sequelize-cli db:migrate',
          'migrate:desk':
            'sequelize-cli db:migrate --migrations-path desk-migrations --models-path deskModels',
        },
      }),
    },
    'npm run migrate:desk',
  ],
  [
    'two trees of folders',
    {
      models: ['app/models/house', 'app/models/desk'],
      migrations: ['database/house/migrations', 'database/desk/migrations'],
    },
    {},
    'npx deletedat-codemod deploy app/models/desk --migrations database/desk/migrations --sequelize app/models/desk/index.js',
  ],
])('%s', (_, layout, more, next) => {
  const [house, desk] = layout.models

  test('each model is judged by its own history, whatever is asked about', async () => {
    const root = tempProject(hotel(layout, more))
    const all = [`${house}/room.js ok`, `${desk}/bill.js ok`, `${desk}/room.js missing-column`]
    expect(await told(root)).toEqual(all.sort())
    expect(await told(root, `check ${desk}/room.js`)).toEqual([`${desk}/room.js missing-column`])
    expect(await told(root, `check ${house}/room.js`)).toEqual([`${house}/room.js ok`])
  })

  test('the repair is written into its own migrations, and run on its own database', async () => {
    const root = tempProject(hotel(layout, more))
    const { code, out } = await type(root, '--yes')
    expect([code, out]).toEqual([0, expect.stringContaining(`Next: ${next}\n`)])
    const added = Object.keys(bytesOf(root)).filter((name) => /-add-rooms-deletedat-column/.test(name))
    expect(added.map((name) => path.posix.dirname(name.split(path.sep).join('/')))).toEqual([
      layout.migrations[1],
    ])
    expect((await type(root, 'check')).code).toBe(0)
    const again = bytesOf(root)
    await type(root, '--yes')
    expect(bytesOf(root)).toEqual(again)
  })
})

const APART = { 'migrations/house/1-rooms.js': created('rooms', 'deletedAt: S.DATE') }

test('a connection is to one, which is named by its paths', async () => {
  const root = tempProject(
    hotel({ models: ['models/house', 'models/desk'], migrations: ['migrations/house', 'migrations/desk'] }),
  )
  const { code, err } = await type(root, 'deploy')
  expect([code, err]).toEqual([
    2,
    'This tree holds 2 databases, and a connection is to one: migrations/desk, migrations/house.\nName one: models/desk --migrations migrations/desk.\n',
  ])
})

describe('a model that may be of several', () => {
  const asked = async (desk: string) =>
    told(
      tempProject({
        'package.json': manifest(),
        'models/room.js': model('Room'),
        'models/bill.js': model('Bill'),
        ...APART,
        'migrations/desk/1-rooms.js': created('rooms', desk),
        'migrations/desk/2-bills.js': created('bills', 'deletedAt: S.DATE'),
      }),
    )

  test('is undecided where one of them lacks the column', async () => {
    expect(await asked('floor: S.INTEGER')).toEqual(['models/bill.js ok', 'models/room.js undecided'])
  })

  test('is repaired in each of them where all lack it', async () => {
    const root = tempProject({
      'package.json': manifest(),
      'models/room.js': model('Room'),
      'migrations/house/1-rooms.js': created('rooms', 'floor: S.INTEGER'),
      'migrations/desk/1-rooms.js': created('rooms', 'floor: S.INTEGER'),
    })
    expect(await told(root)).toEqual(['models/room.js missing-column', 'models/room.js missing-column'])
    expect((await type(root, '--yes')).code).toBe(0)
    const written = Object.keys(bytesOf(root)).map((name) => name.split(path.sep).join('/'))
    expect(written.filter((name) => name.includes('deletedat-column'))).toEqual([
      'migrations/desk/20250530120000-add-rooms-deletedat-column.cjs',
      'migrations/house/20250530120000-add-rooms-deletedat-column.cjs',
    ])
    expect(await told(root)).toEqual(['models/room.js ok'])
    expect((await type(root, '--yes')).code).toBe(0)
    expect(Object.keys(bytesOf(root))).toHaveLength(written.length)
  })

  test('is proven where all of them have it', async () => {
    expect(await asked('deletedAt: S.DATE')).toEqual(['models/bill.js ok', 'models/room.js ok'])
  })
})

test('folders that make different tables are one history', async () => {
  const root = tempProject({
    'package.json': manifest(),
    'rooms/models/room.js': model('Room'),
    'rooms/migrations/20240101000000-rooms.js': created('rooms', 'deletedAt: S.DATE'),
    'bills/models/bill.js': model('Bill'),
    'bills/migrations/20240101000000-bills.js': created('bills', 'floor: S.INTEGER'),
    'bills/migrations/20240102000000-late.js':
      "module.exports = { up: (q, S) => q.addColumn('bills', 'deletedAt', S.DATE), down() {} }\n",
  })
  expect(await told(root)).toEqual(['bills/models/bill.js ok', 'rooms/models/room.js ok'])
})

test('an old copy that no models folder is called after is no database', async () => {
  const root = tempProject({
    'package.json': manifest(),
    '.sequelizerc': rc('models', 'migrations'),
    'models/room.js': model('Room'),
    'migrations/20240101000000-rooms.js': created('rooms', 'deletedAt: S.DATE'),
    'migrations_old/20200101000000-rooms.js': created('rooms', 'floor: S.INTEGER'),
  })
  expect(await told(root)).toEqual(['models/room.js ok'])
})
