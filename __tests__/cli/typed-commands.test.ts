/** A command within a sentence is one that can be typed where the user stands. */

import fs from 'node:fs'
import path from 'node:path'
import { connectionFault, dialects } from '../../src/dialects'
import { UserError } from '../../src/errors'
import { toolFile } from '../../src/io/project'
import { typedError, typing } from '../../src/project-runner'
import { type } from '../helpers/command'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

const INSTANCE =
  "const { Sequelize } = require('sequelize')\nmodule.exports = new Sequelize('postgres://localhost/gym')\n"
const CREATE = 'or create it: sequelize-cli db:create.'

/** @param where the user stands */
function typed(sentence: string, files: Record<string, string>, connecting = {}): string {
  const cwd = tempProject({ 'package.json': '{ "dependencies": { "sequelize": "6" } }', ...files })
  linkModules(cwd)
  const settings = {
    cwd,
    paths: ['models'],
    migrations: [],
    connecting: { environment: 'development', ...connecting },
  }
  const project = { root: cwd, migrations: [path.join(cwd, 'migrations')] }
  const error = typedError(new UserError('What.', sentence), settings, project) as UserError
  expect(typing(settings, project)(sentence)).toBe(error.todo)
  return error.todo
}

test('a database is created by sequelize-cli where it finds its config', () => {
  const config = { 'config/config.json': '{ "production": {} }' }
  expect(typed(CREATE, config)).toBe('or create it: npx sequelize-cli db:create.')
  expect(typed(CREATE, config, { environment: 'production' })).toBe(
    'or create it: npx sequelize-cli db:create --env production.',
  )
  expect(typed(CREATE, { 'config/config.cjs': 'module.exports = {}' })).toBe(
    'or create it: npx sequelize-cli db:create --config config/config.cjs.',
  )
})

test('and by no command where it finds none, or would be handed a password', () => {
  expect(typed(CREATE, { 'db.js': INSTANCE })).toBe('or create it.')
  expect(typed(CREATE, { 'config/config.json': '{}' }, { url: 'postgres://localhost/gym' })).toBe(
    'or create it.',
  )
})

test('every dialect with databases says it so', () => {
  const says = [
    'database "gym" does not exist (3D000)',
    "Unknown database 'gym'",
    'Cannot open database "gym"',
  ]
  const found = dialects.flatMap((dialect) => says.flatMap((one) => connectionFault(one, [dialect]) ?? []))
  expect(found).toHaveLength(4)
  for (const { todo } of found) expect(todo).toContain(CREATE)
})

test('deploy is handed the file that makes the instance where there is no config', () => {
  const sentence = 'Mend what it says and run deletedat-codemod deploy again.'
  expect(typed(sentence, { 'config/config.json': '{}' })).toBe(
    'Mend what it says and run npx deletedat-codemod deploy models again.',
  )
  expect(typed(sentence, { 'db.js': INSTANCE })).toBe(
    'Mend what it says and run npx deletedat-codemod deploy models --sequelize db.js again.',
  )
  expect(typed(sentence, {}, { sequelize: 'src/db.js', environment: 'production' })).toBe(
    'Mend what it says and run npx deletedat-codemod deploy models --sequelize src/db.js --env production again.',
  )
})

test('several commands in one sentence', () =>
  expect(
    typed('Run deletedat-codemod deploy, then deletedat-codemod verify.', {}, { config: 'a.json' }),
  ).toBe(
    'Run npx deletedat-codemod deploy models --config a.json, then npx deletedat-codemod verify models.',
  ))

test('a transform is named by the folder in which this tool is installed', () => {
  const name = 'dist/transforms/map-deletedat-column.js'
  const root = tempProject({ 'node_modules/deletedat-codemod/package.json': '{}', 'backend/a.js': '' })
  expect(toolFile(root, name)).toBe(`node_modules/deletedat-codemod/${name}`)
  const above = path.join(root, 'node_modules/deletedat-codemod', name).split(path.sep).join('/')
  expect(toolFile(path.join(root, 'backend'), name)).toBe(above)
  expect(toolFile(tempProject(), name)).toBe(`node_modules/deletedat-codemod/${name}`)
})

test('rollback without Sequelize: a migration that ran nowhere can be deleted, and the rest is taken back', async () => {
  const root = tempProject({
    'package.json': '{ "dependencies": { "sequelize": "6", "pg": "8" } }',
    'models/user.js':
      "module.exports = (sequelize, DataTypes) => sequelize.define('User', {}, { paranoid: true, tableName: 'users' })\n",
    'models/team.js':
      "module.exports = (sequelize, DataTypes) => sequelize.define('Team', {}, { paranoid: true, tableName: 'teams' })\n",
  })
  addFiles(root, {
    'migrations/20240101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('users', { name: Sequelize.STRING })
    await queryInterface.createTable('teams', { deleted_at: Sequelize.DATE })
  },
}
`,
  })
  const models = () =>
    ['user', 'team'].map((name) => fs.readFileSync(path.join(root, `models/${name}.js`), 'utf8'))
  const before = models()
  expect(await type(root, 'models --yes --timestamp 20250101000000 --accept-reappearing')).toMatchObject({
    code: 0,
  })
  expect(models()).not.toEqual(before)
  const [written = ''] = fs
    .readdirSync(path.join(root, 'migrations'))
    .filter((name) => name.startsWith('2025'))
  expect(await type(root, 'rollback models')).toEqual({
    code: 2,
    out: '',
    err: `Sequelize is not installed here.\nInstall what the project needs: npm install. Or, if migrations/${written} ran nowhere, delete it; npx deletedat-codemod rollback models then takes the rest of the run back and asks no database.\n`,
  })
  fs.rmSync(path.join(root, 'migrations', written))
  expect(await type(root, 'rollback models')).toMatchObject({ code: 0 })
  expect(models()).toEqual(before)
})
