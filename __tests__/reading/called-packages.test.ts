/** Models that a file makes by calling code from elsewhere, with an instance from elsewhere: nothing in its own text tells. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const define = (name = 'Member') =>
  `sequelize.define('${name}', { name: DataTypes.STRING }, { tableName: '${name.toLowerCase()}s', paranoid: true })`
const factory = `module.exports = (sequelize, DataTypes) =>\n  ${define()}\n`
const created = `module.exports = { up: (q, S) => q.createTable('members', { id: S.INTEGER, createdAt: S.DATE, updatedAt: S.DATE }) }\n`

const workspaces = '{ "name": "mono", "private": true, "workspaces": ["packages/*"] }'
const models = (more: object = {}) =>
  JSON.stringify({ name: '@acme/models', version: '1.0.0', main: 'index.js', ...more })
const api = {
  'packages/api/package.json': JSON.stringify({
    name: 'api',
    dependencies: { '@acme/models': '*', sequelize: '^6.37.0', pg: '^8.0.0' },
  }),
  'packages/api/database.js':
    "const { Sequelize } = require('sequelize')\nmodule.exports = new Sequelize('postgres://localhost/api')\n",
  'packages/api/migrations/20210101000000-members.js': created,
}
const packaged = { 'package.json': workspaces, 'packages/models/package.json': models(), ...api }
const types = "const { DataTypes } = require('sequelize')\n"

const KINDS: [string, Record<string, string>, model: string][] = [
  [
    'a linked package that is the model',
    {
      ...packaged,
      'packages/models/index.js': factory,
      'packages/api/models/member.js': `${types}module.exports = require('@acme/models')(require('../database'), DataTypes)\n`,
    },
    '../models/index.js',
  ],
  [
    'a linked package that hands a factory on, in ES modules',
    {
      ...packaged,
      'packages/models/package.json': models({ type: 'module', main: undefined, exports: './lib/main.js' }),
      'packages/models/lib/main.js': "export { member as defineMember } from './member.js'\n",
      'packages/models/lib/member.js': `export const member = (sequelize, DataTypes) =>\n  ${define()}\n`,
      'packages/api/start.mjs':
        "import { defineMember } from '@acme/models'\nimport { DataTypes } from 'sequelize'\nimport db from './database.js'\nexport const Member = defineMember(db, DataTypes)\n",
    },
    '../models/lib/member.js',
  ],
  [
    'a function that calls a linked package, and that nobody calls',
    {
      ...packaged,
      'packages/models/index.js': "exports.Member = require('./member')\n",
      'packages/models/member.js': factory,
      'packages/api/setup.js': `${types}const models = require('@acme/models')\nexports.setup = (db) => ({ Member: models.Member(db, DataTypes) })\n`,
    },
    '../models/member.js',
  ],
  [
    'a package that an alias of tsconfig.json names',
    {
      ...packaged,
      'packages/models/package.json': models({ name: 'other' }),
      'packages/models/src/index.ts': "export * from './member'\n",
      'packages/models/src/member.ts': `import { DataTypes, Sequelize } from 'sequelize'\nexport const initMember = (sequelize: Sequelize) =>\n  ${define()}\n`,
      'packages/api/tsconfig.json':
        '{ "compilerOptions": { "paths": { "@acme/models": ["../models/src/index.ts"] } } }',
      'packages/api/src/members.ts':
        "import { initMember } from '@acme/models'\nimport db from '../database'\nexport const Member = initMember(db)\n",
    },
    '../models/src/member.ts',
  ],
  [
    'a linked package whose build is not there',
    {
      ...packaged,
      'packages/models/package.json': models({ main: 'dist/index.js', types: 'dist/index.d.ts' }),
      'packages/models/src/index.ts': "export { member } from './member'\n",
      'packages/models/src/member.ts': `import { DataTypes, Sequelize } from 'sequelize'\nexport const member = (sequelize: Sequelize) =>\n  ${define()}\n`,
      'packages/api/models.js': "exports.Member = require('@acme/models').member(require('./database'))\n",
    },
    '../models/src/member.ts',
  ],
  [
    'a file beside the project',
    {
      ...packaged,
      'shared/member.js': factory,
      'packages/api/models/member.js': `${types}module.exports = require('../../../shared/member')(require('../database'), DataTypes)\n`,
    },
    '../../shared/member.js',
  ],
  [
    'an installed package',
    {
      ...packaged,
      'packages/api/node_modules/acme-models/package.json': models({
        name: 'acme-models',
        peerDependencies: { sequelize: '>=5' },
      }),
      'packages/api/node_modules/acme-models/index.js': factory,
      'packages/api/models/member.js': `${types}module.exports = require('acme-models')(require('../database'), DataTypes)\n`,
    },
    'node_modules/acme-models/index.js',
  ],
]

async function told(folder: string, line: string) {
  const { code, out, err } = await type(folder, `${line} --format json`)
  const { models } = JSON.parse(out) as { models: { file: string; status: string }[] }
  return { code, err, models: models.map(({ file, status }) => `${file} ${status}`) }
}

describe.each(KINDS)('%s', (_, files, model) => {
  test('is judged from inside and from the root', async () => {
    const root = tempProject({ '.git/HEAD': '', ...files })
    const inside = path.join(root, 'packages/api')
    const found = { code: 1, err: '', models: [`${model} missing-column`] }
    expect(await told(inside, 'check')).toEqual(found)
    const fromRoot = path.posix.join('packages/api', model)
    expect((await told(root, 'check')).models).toEqual([`${fromRoot} missing-column`])
  })

  test('is repaired from inside', async () => {
    const root = tempProject({ '.git/HEAD': '', ...files })
    const inside = path.join(root, 'packages/api')
    expect(await type(inside, '--yes')).toMatchObject({ code: 0 })
    expect(fs.readdirSync(path.join(inside, 'migrations'))).toHaveLength(2)
    expect((await told(inside, 'check')).models).toEqual([`${model} ok`])
  })
})

test('a folder that calls a factory beside it', async () => {
  const root = tempProject({
    'package.json': '{ "dependencies": { "sequelize": "^6", "pg": "^8" } }',
    'lib/member.js': factory,
    'database.js': api['packages/api/database.js'],
    'migrations/20210101000000-members.js': created,
    'models/member.js': `${types}module.exports = require('../lib/member')(require('../database'), DataTypes)\n`,
  })
  expect((await told(root, 'check')).models).toEqual(['lib/member.js missing-column'])
  expect((await told(root, 'check models/member.js')).models).toEqual(['lib/member.js missing-column'])
})

test.each([
  ['a file that calls a linked package', 'packages/api/models', KINDS[0]?.[1] ?? {}, '../models/index.js'],
  ['a linked package that is called', 'packages/models/index.js', KINDS[0]?.[1] ?? {}, '../models/index.js'],
  [
    'a file that calls a factory of the project',
    'packages/api/models',
    {
      ...api,
      'packages/api/lib/member.js': factory,
      'packages/api/models/member.js': `${types}module.exports = require('../lib/member')(require('../database'), DataTypes)\n`,
    },
    'lib/member.js',
  ],
])('a commit of %s', async (_, staged, files, model) => {
  const root = tempProject(files)
  const inside = path.join(root, 'packages/api')
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: root })
  git('init', '-q')
  git('add', '.')
  git('reset', '-q', staged)
  git('commit', '-qm', 'before')
  git('add', '.')
  expect((await told(inside, 'check --staged')).models).toEqual([`${model} missing-column`])
})
