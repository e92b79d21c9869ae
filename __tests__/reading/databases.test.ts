/** A tree may hold several databases: each model is judged by the history of its own, and repaired there. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const manifest = (name: string, more: object = {}) =>
  JSON.stringify({ name, version: '1.0.0', dependencies: { sequelize: '^6.37.0', pg: '^8.0.0' }, ...more })

const member = (options: string) =>
  `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('Member', { name: DataTypes.STRING }, { tableName: 'members', ${options} })\n`

const created = (columns: string) =>
  `module.exports = { up: (q, S) => q.createTable('members', { id: S.INTEGER, ${columns} }), down: (q) => q.dropTable('members') }\n`

const COMPLETE = 'deletedAt: S.DATE'

interface Report {
  models: { name: string; file: string; status: string; database?: string }[]
  findings: { rule: string; database?: string }[]
  databases?: { name: string; migrations: string[] }[]
}

async function checked(root: string, line = 'check'): Promise<Report & { code: number }> {
  const { code, out } = await type(root, `${line} --format json`)
  return { code, ...(JSON.parse(out) as Report) }
}

const told = ({ models }: Report) => models.map(({ file, status, database }) => [file, status, database])

describe('projects side by side, with a table of the same name', () => {
  const root = tempProject({
    'blog/package.json': manifest('blog'),
    'blog/models/member.js': member('paranoid: true'),
    'blog/migrations/20210101000000-members.js': created(COMPLETE),
    'shop/package.json': manifest('shop'),
    'shop/models/member.js': member('paranoid: true'),
    'shop/migrations/20200101000000-members.js': created('name: S.STRING'),
  })

  test('each is judged by its own history, from the root and from inside', async () => {
    const found = await checked(root)
    expect(told(found)).toEqual([
      ['blog/models/member.js', 'ok', 'blog'],
      ['shop/models/member.js', 'missing-column', 'shop'],
    ])
    expect(found.databases?.map(({ name, migrations }) => [name, migrations])).toEqual([
      ['blog', ['blog/migrations']],
      ['shop', ['shop/migrations']],
    ])
    expect(found.code).toBe(1)
    expect((await checked(path.join(root, 'blog'))).code).toBe(0)
    expect((await checked(path.join(root, 'shop'))).code).toBe(1)
  })

  test('one of them is picked by its name or its path; a connection is to one', async () => {
    expect((await checked(root, 'check --workspace shop')).models).toMatchObject([
      { file: 'models/member.js', status: 'missing-column' },
    ])
    expect((await type(root, 'check --workspace shop')).out).toContain(
      'Places and commands here are those of shop: type them in that folder.',
    )
    expect((await type(path.join(root, 'shop'), 'check')).out).not.toContain('type them')
    const none = await type(root, 'check --workspace shpo')
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('--workspace "shpo" is no package or folder here.'),
    ])
    const live = await type(root, 'verify --url postgres://localhost/none')
    expect([live.code, live.err]).toEqual([
      2,
      'This tree holds 2 databases, and a connection is to one: blog, shop.\nName one: --workspace blog.\n',
    ])
  })

  test('a repair is written into its own migrations', async () => {
    const { code } = await type(root, '--yes')
    expect(code).toBe(0)
    expect(fs.readdirSync(path.join(root, 'blog/migrations'))).toHaveLength(1)
    expect(fs.readdirSync(path.join(root, 'shop/migrations'))).toEqual([
      '20200101000000-members.js',
      '20250530120000-add-members-deletedat-column.cjs',
    ])
    expect((await checked(root)).code).toBe(0)
    const again = await type(root, '--yes')
    expect(again.code).toBe(0)
    expect(fs.readdirSync(path.join(root, 'shop/migrations'))).toHaveLength(2)
  })
})

describe.each([
  ['npm', { 'package.json': '{ "name": "mono", "private": true, "workspaces": ["packages/*"] }' }],
  ['pnpm', { 'package.json': '{ "name": "mono" }', 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' }],
])('models in a package of a workspace of %s', (_, top) => {
  const api = {
    'package.json': manifest('api', { dependencies: { '@acme/models': '*', sequelize: '^6.37.0' } }),
    'db.js':
      "const { Sequelize, DataTypes } = require('sequelize')\nconst sequelize = new Sequelize('postgres://localhost/api')\nexports.Member = require('@acme/models')(sequelize, DataTypes)\n",
  }
  const within = (folder: string, files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
  const models = {
    'packages/models/package.json': '{ "name": "@acme/models", "version": "1.0.0", "main": "index.js" }',
    'packages/models/index.js': member('paranoid: true'),
  }

  test('are read where their own package is not linked, from the package that uses them', async () => {
    const root = tempProject({
      ...top,
      ...models,
      ...within('packages/api', api),
      'packages/api/migrations/20210101000000-members.js': created('name: S.STRING'),
    })
    const found = await checked(path.join(root, 'packages/api'))
    expect(found.models).toMatchObject([{ file: '../models/index.js', status: 'missing-column' }])
    expect(found.code).toBe(1)
    expect((await checked(root)).models).toMatchObject([{ status: 'missing-column' }])
  })

  test('two applications use them: each has to have the column', async () => {
    const root = tempProject({
      ...top,
      ...models,
      ...within('packages/api', api),
      'packages/api/migrations/20210101000000-members.js': created(COMPLETE),
      ...within('packages/admin', api),
      'packages/admin/migrations/20210101000000-members.js': created('name: S.STRING'),
    })
    const found = await checked(root)
    expect(told(found)).toEqual([
      ['packages/models/index.js', 'missing-column', 'packages/admin'],
      ['packages/models/index.js', 'ok', 'packages/api'],
    ])
  })
})

describe('a database at the root, and one below it', () => {
  const below = {
    'packages/shop/package.json': manifest('shop'),
    'packages/shop/models/member.js': member('paranoid: true'),
    'packages/shop/migrations/20200101000000-members.js': created(COMPLETE),
  }

  test('doctor speaks of each, the root too', async () => {
    const root = tempProject({
      'package.json': manifest('blog'),
      'models/member.js': member('paranoid: true'),
      'migrations/20210101000000-members.js': created('name: S.STRING'),
      ...below,
    })
    const { out, err } = await type(root, 'doctor')
    expect(`${out}${err}`).not.toContain('This tree holds')
    expect(out).toMatch(
      /\(1 of 2\).*asks for members.deletedAt; migrations: not there.*Database packages\/shop/s,
    )
    expect(out).toMatch(/\(2 of 2\).*asks for members.deletedAt; migrations: there/s)
    const own = await checked(root, 'check --workspace .')
    expect(own.models).toMatchObject([{ file: 'models/member.js', status: 'missing-column' }])
  })

  test('a folder of SQL beside the workspaces is no database of its own', async () => {
    const root = tempProject({
      'package.json': '{ "name": "mono", "private": true, "workspaces": ["packages/*"] }',
      'migrations/init.sql': 'CREATE TABLE visitors (id int)',
      'scripts/start.js': 'console.log(1)\n',
      ...below,
    })
    const found = await checked(root)
    expect([found.databases, found.models]).toMatchObject([undefined, [{ status: 'ok' }]])
    expect((await type(root, 'doctor')).out).not.toContain('(1 of 2)')
  })
})

test('a project below the root of the repository is read by its own .sequelizerc', async () => {
  const root = tempProject({
    'package.json': '{ "name": "whole", "private": true }',
    'backend/package.json': manifest('backend'),
    'backend/.sequelizerc':
      "const path = require('path')\nmodule.exports = { 'migrations-path': path.resolve('db', 'changes') }\n",
    'backend/db/models/member.js': member('paranoid: true'),
    'backend/db/changes/20210101000000-members.js': created(COMPLETE),
    'frontend/index.js': 'console.log(1)\n',
  })
  expect(told(await checked(root))).toEqual([['backend/db/models/member.js', 'ok', undefined]])
})

test('a model of an installed package that the project registers is judged, too', async () => {
  const root = tempProject({
    'package.json': manifest('app'),
    'node_modules/acme-models/package.json':
      '{ "name": "acme-models", "version": "1.0.0", "main": "index.js" }',
    'node_modules/acme-models/index.js': member('paranoid: true'),
    'db.js':
      "const { Sequelize, DataTypes } = require('sequelize')\nconst sequelize = new Sequelize('postgres://localhost/api')\nexports.Member = require('acme-models')(sequelize, DataTypes)\n",
    'migrations/20210101000000-members.js': created('name: S.STRING'),
  })
  const found = await checked(root)
  expect(found.models).toMatchObject([
    { file: 'node_modules/acme-models/index.js', status: 'missing-column' },
  ])
})
