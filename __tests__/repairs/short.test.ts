/** --template short: migrations that say what they add, and one helper beside their folder that says how. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const model = (name: string) =>
  `module.exports = (sequelize, DataTypes) => sequelize.define('${name}', { x: DataTypes.STRING }, { tableName: '${name.toLowerCase()}s', paranoid: true })\n`

const created = (table: string) =>
  `module.exports = { up: (q, S) => q.createTable('${table}', { id: S.INTEGER, createdAt: S.DATE, updatedAt: S.DATE }), down: (q) => q.dropTable('${table}') }\n`

const PROJECT = {
  '.git/HEAD': '',
  'package.json': '{ "dependencies": { "sequelize": "^6", "pg": "^8" } }',
  'models/job.js': model('Job'),
  'db/migrations/20240101000000-jobs.js': created('jobs'),
}
const SECOND = { 'models/task.js': model('Task'), 'db/migrations/20240102000000-tasks.js': created('tasks') }

const files = (root: string): string[] =>
  Object.keys(bytesOf(root))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !name.startsWith('.'))

test('a migration says what it adds on one screen, and the helper is written once', async () => {
  const root = tempProject({ ...PROJECT, ...SECOND })
  const { code, out } = await type(root, '--yes --template short')
  expect([code, out]).toEqual([0, expect.stringContaining('Next: npx deletedat-codemod deploy')])
  const text = fs.readFileSync(
    path.join(root, 'db/migrations/20250530120000-add-jobs-deletedat-column.cjs'),
    'utf8',
  )
  expect(text.split('\n').slice(2)).toEqual([
    "const softDelete = require('../deletedat-column.cjs')",
    '',
    'module.exports = softDelete({',
    "  tableName: 'jobs',",
    "  column: 'deletedAt',",
    "  migration: '20250530120000-add-jobs-deletedat-column',",
    '})',
    '',
  ])
  expect(files(root).filter((name) => name.includes('deletedat'))).toEqual([
    'db/deletedat-column.cjs',
    'db/migrations/20250530120000-add-jobs-deletedat-column.cjs',
    'db/migrations/20250530120001-add-tasks-deletedat-column.cjs',
  ])
})

test('a later run finds the helper and leaves it as it is, with Windows line ends too', async () => {
  const root = tempProject(PROJECT)
  await type(root, '--yes --template short')
  const helper = path.join(root, 'db/deletedat-column.cjs')
  const windows = fs.readFileSync(helper, 'utf8').replaceAll('\n', '\r\n')
  fs.writeFileSync(helper, windows)
  addFiles(root, SECOND)
  expect((await type(root, '--yes --template short')).code).toBe(0)
  expect(fs.readFileSync(helper, 'utf8')).toBe(windows)
  expect(files(root)).toContain('db/migrations/20250530120001-add-tasks-deletedat-column.cjs')
})

test('a helper that was changed is not written over: nothing is written, and it is said', async () => {
  const root = tempProject({ ...PROJECT, 'db/deletedat-column.cjs': 'module.exports = () => ({})\n' })
  const before = files(root)
  const { code, out } = await type(root, '--yes --template short')
  expect(code).toBe(1)
  expect(out).toContain('deletedat-column.cjs is there, and is not what --template short writes')
  expect(files(root)).toEqual(before)
})

test('the place of what a helper adds is that of the migration which calls it', async () => {
  const root = tempProject(PROJECT)
  await type(root, '--yes --template short')
  const { out } = await type(root, 'why Job')
  expect(out).toContain(
    'Seen in the migrations: addColumn  db/migrations/20250530120000-add-jobs-deletedat-column.cjs',
  )
})

test('an index has a helper of its own', async () => {
  const root = tempProject(PROJECT)
  expect((await type(root, '--yes --template short --with-index')).code).toBe(0)
  expect(files(root).filter((name) => /deletedat-(column|index)\.cjs$/.test(name))).toEqual([
    'db/deletedat-column.cjs',
    'db/deletedat-index.cjs',
    'db/migrations/20250530120000-add-jobs-deletedat-column.cjs',
    'db/migrations/20250530120001-add-jobs-deletedat-index.cjs',
  ])
  expect((await type(root, 'check')).code).toBe(0)
})

test('rollback takes the helper back with the migrations, but not where another migration calls it', async () => {
  const root = tempProject(PROJECT)
  const before = files(root)
  await type(root, '--yes --template short')
  const written = bytesOf(root)
  const own = 'db/migrations/20250530120000-add-jobs-deletedat-column.cjs'
  const text = fs.readFileSync(path.join(root, own), 'utf8')
  addFiles(root, { 'db/migrations/20260101000000-theirs.cjs': text.replaceAll('jobs', 'others') })
  fs.rmSync(path.join(root, own))
  expect((await type(root, 'rollback --yes')).code).toBe(0)
  expect(files(root)).toEqual([
    'db/deletedat-column.cjs',
    'db/migrations/20240101000000-jobs.js',
    'db/migrations/20260101000000-theirs.cjs',
    ...before.filter((name) => !name.startsWith('db/')),
  ])
  expect(bytesOf(root)['db/deletedat-column.cjs']).toBe(written['db/deletedat-column.cjs'])
})

test('rollback of a run whose migrations nobody ran takes all of it', async () => {
  const root = tempProject(PROJECT)
  const before = files(root)
  await type(root, '--yes --template short')
  fs.rmSync(path.join(root, 'db/migrations/20250530120000-add-jobs-deletedat-column.cjs'))
  expect((await type(root, 'rollback --yes')).code).toBe(0)
  expect(files(root)).toEqual(before)
})

test.each([
  ['knex', "exports.up = (knex) => knex.schema.createTable('jobs', (t) => { t.increments('id') })\n"],
  [
    'db-migrate',
    "exports.up = (db) => db.createTable('jobs', { id: 'int' })\nexports._meta = { version: 1 }\n",
  ],
])('a form of %s has no short one: it is said, and nothing is written', async (runner, text) => {
  const root = tempProject({
    ...PROJECT,
    'package.json': JSON.stringify({ dependencies: { sequelize: '^6', pg: '^8', [runner]: '^1' } }),
    'db/migrations/20240101000000-jobs.js': text,
  })
  const before = files(root)
  const { code, out } = await type(root, '--yes --template short')
  expect([code, out]).toEqual([
    1,
    expect.stringContaining('--template short is for migrations of sequelize-cli'),
  ])
  expect(files(root)).toEqual(before)
  expect((await type(root, '--yes --template full')).code).toBe(0)
})

test('a build of the migrations alone would leave the helper out', async () => {
  const root = tempProject({
    ...PROJECT,
    '.sequelizerc': "module.exports = { 'migrations-path': require('path').resolve('dist/migrations') }\n",
    'tsconfig.json': '{ "compilerOptions": { "rootDir": "src/migrations", "outDir": "dist/migrations" } }',
    'src/migrations/20240101000000-jobs.ts':
      "import { DataTypes, type QueryInterface } from 'sequelize'\nexport const up = (queryInterface: QueryInterface) => queryInterface.createTable('jobs', { id: DataTypes.INTEGER })\n",
  })
  const { code, out } = await type(root, '--yes --template short')
  expect([code, out]).toEqual([1, expect.stringContaining('The build compiles migrations alone')])
})

test('the migrations of two databases in one folder: the helper between them is no migration', async () => {
  const root = tempProject({
    'package.json': PROJECT['package.json'],
    'models/house/job.js': model('Job'),
    'models/desk/job.js': model('Job'),
    'migrations/house/20240101000000-jobs.js': created('jobs'),
    'migrations/desk/20240101000000-jobs.js': created('jobs'),
  })
  expect((await type(root, '--yes --template short')).code).toBe(0)
  const written = files(root)
  expect(written.filter((name) => name.includes('deletedat'))).toEqual([
    'migrations/deletedat-column.cjs',
    'migrations/desk/20250530120000-add-jobs-deletedat-column.cjs',
    'migrations/house/20250530120000-add-jobs-deletedat-column.cjs',
  ])
  expect((await type(root, 'check')).code).toBe(0)
  expect((await type(root, '--yes --template short')).code).toBe(0)
  expect(files(root)).toEqual(written)
})
