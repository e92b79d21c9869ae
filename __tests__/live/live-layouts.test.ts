/** Trees of two applications, each with a database of its own: the whole way from the root, and what is seen from inside. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

const MANIFEST = (name: string) =>
  JSON.stringify({ name: `@acme/${name}`, dependencies: { sequelize: '^6.37.8', sqlite3: '^5' } })

interface Layout {
  top: Record<string, string>
  /** The files of each application that differ. */
  own(name: string): Record<string, string>
  /** The model is in a package that both link. */
  isShared?: true
  /** Applications have no package.json. */
  isBare?: true
}

const own = (name: string) => ({ 'package.json': MANIFEST(name) })

const USES_PACKAGE = `const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ ...require('../config/config.js'), logging: false })
module.exports = require('@acme/models')(sequelize, DataTypes)
`
const MODELS = {
  'packages/models/package.json': '{ "name": "@acme/models", "version": "1.0.0", "main": "index.js" }',
  'packages/models/index.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`,
}

const LAYOUTS: Record<string, Layout> = {
  'workspaces of npm': {
    top: { 'package.json': '{ "name": "acme", "private": true, "workspaces": ["apps/*"] }' },
    own,
  },
  'workspaces of yarn': {
    top: {
      'package.json': '{ "name": "acme", "private": true, "workspaces": { "packages": ["apps/*"] } }',
      'yarn.lock': '# yarn lockfile v1\n',
    },
    own,
  },
  'workspaces of pnpm, run by Turbo': {
    top: {
      'package.json': '{ "name": "acme", "private": true, "packageManager": "pnpm@9.0.0" }',
      'pnpm-workspace.yaml': 'packages:\n  - apps/*\n',
      'turbo.json': '{ "tasks": { "build": {} } }',
    },
    own,
  },
  'Nx with one package.json': {
    top: {
      'package.json':
        '{ "name": "acme", "private": true, "dependencies": { "sequelize": "^6", "sqlite3": "^5" } }',
      'nx.json': '{ "affected": { "defaultBase": "main" } }',
    },
    own: (name) => ({
      'project.json': JSON.stringify({ name, projectType: 'application' }),
      '.sequelizerc': "module.exports = { config: require('path').resolve(__dirname, 'config/config.js') }\n",
    }),
    isBare: true,
  },
  'a model package that both use': {
    top: {
      'package.json': '{ "name": "acme", "private": true, "workspaces": ["apps/*", "packages/*"] }',
      ...MODELS,
    },
    own: (name) => ({
      'package.json': JSON.stringify({
        name: `@acme/${name}`,
        dependencies: { sequelize: '^6.37.8', sqlite3: '^5', '@acme/models': '*' },
      }),
      'models/index.js': "exports.Session = require('./session')\n",
      'models/session.js': USES_PACKAGE,
    }),
    isShared: true,
  },
}

const NAME = '20250530120000-add-sessions-deletedat-column.cjs'
const APPS = ['apps/blog', 'apps/shop']

function treeOf({ top, own: files, isShared, isBare }: Layout, databases: TestDatabase[]): string {
  const root = tempProject({ '.git/HEAD': '', ...top })
  for (const [index, app] of APPS.entries()) {
    const folder = path.join(root, app)
    const database = databases[index]
    if (!database) throw new Error('There are two applications and two databases.')
    driftingProject(database, files(path.basename(app)), folder, linkModules)
    if (isBare) fs.rmSync(path.join(folder, 'package.json'))
    if (!isShared) continue
    fs.mkdirSync(path.join(folder, 'node_modules/@acme'))
    fs.symlinkSync(
      path.join(root, 'packages/models'),
      path.join(folder, 'node_modules/@acme/models'),
      'junction',
    )
  }
  return root
}

/** The files of the tree, without those of packages. */
function filesOf(root: string, folder = ''): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    if (entry.name === 'node_modules' || entry.name.startsWith('.deletedat')) return []
    return entry.isDirectory() ? filesOf(root, name) : [name]
  })
}

describeOn(
  'sqlite',
  'a tree of two applications',
  usingDatabase('sqlite', (blog) => {
    describe('and', () => {
      usingDatabase('sqlite', (shop) => {
        const columns = () => Promise.all([blog(), shop()].map((one) => columnsOf(one, { name: 'sessions' })))

        test.each(Object.entries(LAYOUTS))('%s', async (_, layout) => {
          const root = treeOf(layout, [blog(), shop()])
          for (const folder of ['', ...APPS]) {
            const found = await type(path.join(root, folder), 'check --format json')
            const { findings } = JSON.parse(found.out) as { findings: { rule: string }[] }
            expect([folder, found.code, findings.map(({ rule }) => rule)]).toEqual([
              folder,
              1,
              Array(folder ? 1 : 2).fill('missing-column'),
            ])
          }

          expect(await type(root, '--yes')).toMatchObject({ code: 0 })
          for (const app of APPS)
            expect(fs.readdirSync(path.join(root, app, 'migrations'))).toEqual([
              '20250101000000-create.js',
              NAME,
            ])
          const written = filesOf(root)
          expect(await type(root, '--yes')).toMatchObject({ code: 0 })
          expect(filesOf(root)).toEqual(written)

          expect(await type(root, 'deploy')).toMatchObject({ code: 0 })
          for (const names of await columns()) expect(names).toContain('deletedAt')
          expect(await type(root, 'verify')).toMatchObject({ code: 0 })
          for (const folder of ['', ...APPS])
            expect((await type(path.join(root, folder), 'check')).out).toMatch(/^No findings/m)

          expect(await type(root, 'rollback --force')).toMatchObject({ code: 0 })
          for (const names of await columns()) expect(names).not.toContain('deletedAt')
        })
      })()
    })
  }),
)

test('the files of a repair lie in the application that lacks the column', async () => {
  const model = MODELS['packages/models/index.js']
  const created = (more: string) =>
    `module.exports = { up: (q, S) => q.createTable('sessions', { id: S.INTEGER, createdAt: S.DATE, updatedAt: S.DATE${more} }), down: (q) => q.dropTable('sessions') }\n`
  const root = tempProject({ '.git/HEAD': '', ...LAYOUTS['Nx with one package.json']?.top })
  addFiles(root, {
    'apps/blog/.sequelizerc': 'module.exports = {}\n',
    'apps/blog/models/session.js': model,
    'apps/blog/migrations/20240101000000-sessions.js': created(', deletedAt: S.DATE'),
    'apps/shop/.sequelizerc': 'module.exports = {}\n',
    'apps/shop/models/session.js': model,
    'apps/shop/migrations/20240101000000-sessions.js': created(''),
  })
  expect((await type(root, '--yes')).code).toBe(0)
  const names = filesOf(root)
  expect(names.filter((name) => name.endsWith(NAME))).toEqual([`apps/shop/migrations/${NAME}`])
})
