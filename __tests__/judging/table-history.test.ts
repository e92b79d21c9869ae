/** What a history does to a table, step by step, as the reports show it. */

import { scan } from '../../src/scan'
import { tempProject } from '../helpers/temp-project'

const model = (name: string, table: string, options = '') =>
  `module.exports = (sequelize, D) => sequelize.define('${name}', {}, { tableName: '${table}', paranoid: true${options} })\n`

const up = (...lines: string[]) => `module.exports = { async up(q, D) {\n${lines.join('\n')}\n} }\n`

const scanned = async (files: Record<string, string>, dialect = 'pg') => {
  const root = tempProject({
    'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7', [dialect]: '8.0.0' } }),
    ...files,
  })
  const { models } = await scan({
    cwd: root,
    paths: ['.'],
    migrations: [],
    ignore: [],
    noIgnore: false,
    only: [],
    strict: false,
  })
  return Object.fromEntries(
    models.map((judged) => [
      judged.model.name,
      judged.history?.map(({ does, columns, to, sure, at }) => [
        at.file.replace(/^.*[\\/]/, '').slice(0, 2) + at.line,
        `${sure ? '' : 'perhaps '}${does}`,
        columns.join(),
        ...(to ? [to] : []),
      ]),
    ]),
  )
}

test('makes, adds, renames, removes, drops: each step with its place, under the last name', async () => {
  const told = await scanned({
    'models/visit.js': model('Visit', 'visits'),
    'models/log.js': model('Log', 'logs', ', timestamps: false'),
    'models/far.js': model('Far', 'faraway'),
    'migrations/01-make.js': up(
      "await q.createTable('tours', { id: D.INTEGER, title: D.STRING })",
      "await q.createTable('logs', { id: D.INTEGER })",
    ),
    'migrations/02-add.js': up(
      "await q.addColumn('tours', 'removed', D.DATE)",
      "await q.addIndex('tours', ['title'])",
    ),
    'migrations/03-rename.js': up(
      "await q.renameTable('tours', 'visits')",
      "await q.renameColumn('visits', 'removed', 'deletedAt')",
    ),
    'migrations/04-guarded.js': up(
      "if ((await q.describeTable('visits')).deletedAt) await q.removeColumn('visits', 'deletedAt')",
      "await q.sequelize.query('ALTER TABLE visits ADD COLUMN note TEXT')",
      "await q.changeColumn('visits', 'title', { type: D.TEXT })",
    ),
  })
  expect(told).toEqual({
    Visit: [
      ['012', 'createTable', 'id,title'],
      ['022', 'addColumn', 'removed'],
      ['032', 'renameTable', '', 'visits'],
      ['033', 'renameColumn', 'removed', 'deletedAt'],
      ['042', 'perhaps removeColumn', 'deletedAt'],
      ['043', 'addColumn', 'note'],
      ['044', 'changeColumn', 'title'],
    ],
    Log: undefined,
    Far: undefined,
  })
})

test('a table that is dropped and made again keeps both', async () => {
  const { Visit } = await scanned({
    'models/visit.js': model('Visit', 'visits'),
    'migrations/01-make.js': up("await q.createTable('visits', { id: D.INTEGER, deletedAt: D.DATE })"),
    'migrations/02-drop.js': up('await q.dropAllTables()'),
    'migrations/03-make.js': up("await q.createTable('visits', { id: D.INTEGER })"),
  })
  expect(Visit).toEqual([
    ['012', 'createTable', 'id,deletedAt'],
    ['022', 'dropTable', ''],
    ['032', 'createTable', 'id'],
  ])
})

test.each([
  ['pg', undefined],
  ['mysql2', [['012', 'createTable', 'id']]],
])('names that differ by case, on %s', async (driver, expected) => {
  const { Visit } = await scanned(
    {
      'models/visit.js': model('Visit', 'Visits'),
      'migrations/01-make.js': up("await q.createTable('visits', { id: D.INTEGER })"),
    },
    driver,
  )
  expect(Visit).toEqual(expected)
})
