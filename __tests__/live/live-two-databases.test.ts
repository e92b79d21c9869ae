/**
 * One application with two databases, each with its own migrations: the whole way with the real sequelize-cli, from the
 * drift to the rollback, as the printed commands tell it.
 */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { usingDatabase } from '../helpers/databases/emitted'
import { sequelizeCliWith, shareModules } from '../helpers/databases/sequelize-cli'
import { bytesOf, tempProject } from '../helpers/temp-project'

const INDEX = (variable: string, models: string) => `const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(process.env.${variable}, { logging: false })
module.exports = { sequelize, Room: require('${models}/room')(sequelize, DataTypes) }
`
const ROOM = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Room', { label: DataTypes.STRING }, { tableName: 'rooms', paranoid: true })
`
const ROOMS = `module.exports = {
  up: (q, S) =>
    q.createTable('rooms', {
      id: { type: S.INTEGER, primaryKey: true, autoIncrement: true },
      label: S.STRING,
      createdAt: S.DATE,
      updatedAt: S.DATE,
    }),
  down: (q) => q.dropTable('rooms'),
}
`
const CONFIG = (variable: string, dialect: string) =>
  `module.exports = { development: { use_env_variable: '${variable}', dialect: '${dialect}' } }\n`
const RC = (home: string, models = `${home}/models`) => `const path = require('path')
module.exports = {
  config: path.resolve('${home}/config.js'),
  'models-path': path.resolve('${models}'),
  'migrations-path': path.resolve('${home}/migrations'),
}
`
const PACKAGE = JSON.stringify({
  name: 'hotel',
  dependencies: { sequelize: '^6.37.0', 'sequelize-cli': '^6.6.0', pg: '^8', mysql2: '^3' },
})

interface Layout {
  /** Where the second database lies. */
  desk: 'postgres' | 'mariadb'
  files(dialects: [house: string, desk: string]): Record<string, string>
  /** The words that name each database for a command that connects. */
  named: [house: string, desk: string]
  /** How sequelize-cli is started for each. */
  cli: [house: string[], desk: string[]]
  next: (name: string) => string
}

const NAME = '20250530120000-add-rooms-deletedat-column.cjs'

const LAYOUTS: Record<string, Layout> = {
  'two instances, each with its models': {
    desk: 'mariadb',
    files: ([house, desk]) => ({
      'package.json': PACKAGE,
      '.sequelizerc': RC('house'),
      '.sequelizerc-desk': RC('desk'),
      'house/config.js': CONFIG('HOUSE_URL', house),
      'house/models/index.js': INDEX('HOUSE_URL', '.'),
      'house/models/room.js': ROOM,
      'house/migrations/20240101000000-rooms.js': ROOMS,
      'desk/config.js': CONFIG('DESK_URL', desk),
      'desk/models/index.js': INDEX('DESK_URL', '.'),
      'desk/models/room.js': ROOM,
      'desk/migrations/20240101000000-rooms.js': ROOMS,
    }),
    named: [
      'house --migrations house/migrations --sequelize house/models/index.js',
      'desk --migrations desk/migrations --sequelize desk/models/index.js',
    ],
    cli: [[], ['--options-path', '.sequelizerc-desk']],
    next: (name) =>
      `Next: npx deletedat-codemod deploy house --migrations house/migrations --sequelize house/models/index.js\nThen: npx sequelize-cli db:migrate --name ${name} --options-path .sequelizerc-desk`,
  },
  'one folder of models for both': {
    desk: 'postgres',
    files: ([house, desk]) => ({
      'package.json': PACKAGE,
      '.sequelizerc-house': RC('house', 'models'),
      '.sequelizerc-desk': RC('desk', 'models'),
      'models/room.js': ROOM,
      'house/config.js': CONFIG('HOUSE_URL', house),
      'house/index.js': INDEX('HOUSE_URL', '../models'),
      'house/migrations/20240101000000-rooms.js': ROOMS,
      'desk/config.js': CONFIG('DESK_URL', desk),
      'desk/index.js': INDEX('DESK_URL', '../models'),
      'desk/migrations/20240101000000-rooms.js': ROOMS,
    }),
    named: [
      'models --migrations house/migrations --sequelize house/index.js',
      'models --migrations desk/migrations --sequelize desk/index.js',
    ],
    cli: [
      ['--options-path', '.sequelizerc-house'],
      ['--options-path', '.sequelizerc-desk'],
    ],
    next: (name) => `Next: npx sequelize-cli db:migrate --name ${name} --options-path .sequelizerc-desk`,
  },
}

describeOn(
  'postgres',
  'a house on PostgreSQL',
  usingDatabase('postgres', (house) => {
    for (const [name, layout] of Object.entries(LAYOUTS))
      describeOn(
        layout.desk,
        'and its desk',
        usingDatabase(layout.desk, (desk) => {
          test(name, () => goesTheWholeWay(layout, house(), desk()))
        }),
      )
  }),
)

async function goesTheWholeWay(layout: Layout, house: TestDatabase, desk: TestDatabase) {
  const variables = { HOUSE_URL: house.url ?? '', DESK_URL: desk.url ?? '' }
  const root = tempProject({ '.git/HEAD': '', ...layout.files([house.dialect, desk.dialect]) })
  shareModules(root)
  const cli = (which: 0 | 1, ...words: string[]) => {
    const ran = sequelizeCliWith(variables, root, ...words, ...layout.cli[which])
    expect(ran).toMatchObject({ code: 0 })
  }
  const indexes = Object.keys(layout.files(['', ''])).filter((name) => name.endsWith('/index.js'))
  const asked = () =>
    indexes
      .toSorted((a, b) => b.localeCompare(a))
      .map((file) => {
        const query = `const { Room, sequelize } = require('./${file}')\nRoom.findAll().then((all) => console.log(all.length, 'rooms'), (error) => console.log(error.message)).finally(() => sequelize.close())`
        const { stdout } = spawnSync(process.execPath, ['-e', query], {
          cwd: root,
          encoding: 'utf8',
          env: { ...process.env, ...variables },
        })
        return /^\d+ rooms/.test(stdout) ? 'works' : stdout.trim()
      })
  const written = () =>
    ['house', 'desk'].map((home) => fs.readdirSync(path.join(root, home, 'migrations')).includes(NAME))

  for (const which of [0, 1] as const) cli(which, 'db:migrate')
  for (const says of asked()) expect(says).toMatch(/deletedAt/)
  const found = await type(root, 'check')
  expect([found.code, found.out.match(/has no "deletedAt" column/g)]).toEqual([
    1,
    Array(2).fill(expect.anything()),
  ])

  const { code, out } = await type(root, '--yes')
  expect(code).toBe(0)
  for (const line of layout.next(NAME).split('\n')) expect(out).toContain(line)
  expect(written()).toEqual([true, true])
  expect((await type(root, 'check')).out).toMatch(/^No findings/m)
  const before = bytesOf(root)
  expect((await type(root, '--yes')).code).toBe(0)
  expect(bytesOf(root)).toEqual(before)

  await withEnv(variables, async () => {
    expect(await type(root, `deploy ${layout.named[0]}`)).toMatchObject({ code: 0 })
    expect(asked()).toEqual(['works', expect.stringMatching(/deletedAt/)])
    cli(1, 'db:migrate', '--name', NAME)
    expect(asked()).toEqual(['works', 'works'])
    for (const named of layout.named) expect(await type(root, `verify ${named}`)).toMatchObject({ code: 0 })

    const back = await type(root, `rollback ${layout.named[0]} --force`)
    expect([back.code, back.out]).toEqual([
      0,
      expect.stringContaining(
        `is of another database and stays, until rollback is told its folder: desk/migrations/${NAME}.`,
      ),
    ])
    expect(written()).toEqual([false, true])
    expect(asked()).toEqual([expect.stringMatching(/deletedAt/), 'works'])
    expect(await type(root, `rollback ${layout.named[1]} --force`)).toMatchObject({ code: 0 })
    expect(written()).toEqual([false, false])
    for (const says of asked()) expect(says).toMatch(/deletedAt/)
  })
}
