/** How a project says where its database is, in every form that sequelize-cli knows and some that it does not. */

import fs from 'node:fs'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

let shelter: string
let server: Server
let database: TestDatabase
beforeAll(async () => {
  // Packages are found in folders above, as in a workspace.
  shelter = tempProject()
  linkModules(shelter)
  server = await startServer('pglite')
  database = await server.fresh()
  await connected(database, (sequelize) =>
    sequelize.query(
      'CREATE TABLE sessions (id serial, title text, "createdAt" date, "updatedAt" date, "deletedAt" timestamptz)',
    ),
  )
})
afterAll(() => server?.stop())

const MODEL = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`
const ESM_MODEL = MODEL.replace('module.exports =', 'export default')

const options = () => JSON.stringify({ ...database.options, logging: false })
const blocks = () => `{ "development": ${options()}, "production": ${options()} }`

interface Form {
  files: Record<string, string>
  line?: string
  env?: Record<string, string>
  from: string
  environment?: string
}

const forms: Record<string, () => Form> = {
  'config.json': () => ({ files: { 'config/config.json': blocks() }, from: 'config/config.json' }),
  'config.json with a byte-order mark': () => ({
    files: { 'config/config.json': `\ufeff${blocks()}` },
    from: 'config/config.json',
  }),
  'an object': () => ({
    files: { 'config/config.js': `module.exports = ${blocks()}` },
    from: 'config/config.js',
  }),
  'an object without environments': () => ({
    files: { 'config/config.js': `module.exports = ${options()}` },
    from: 'config/config.js',
  }),
  'a promise': () => ({
    files: { 'config/config.cjs': `module.exports = Promise.resolve(${blocks()})` },
    from: 'config/config.cjs',
  }),
  'a function with a callback': () => ({
    files: { 'config/config.js': `module.exports = (done) => setImmediate(() => done(null, ${blocks()}))` },
    from: 'config/config.js',
  }),
  'a function that promises': () => ({
    files: { 'config/config.js': `module.exports = async () => (${blocks()})` },
    from: 'config/config.js',
  }),
  'an ES module': () => ({
    files: { 'config/config.mjs': `export default await Promise.resolve(${blocks()})` },
    from: 'config/config.mjs',
  }),
  TypeScript: () => ({
    files: { 'config/config.ts': `const all: Record<string, object> = ${blocks()}\nexport default all` },
    from: 'config/config.ts',
  }),
  'TypeScript in the manner of CommonJS': () => ({
    files: { 'config/config.ts': `const all = ${blocks()} as const\nexport = all` },
    from: 'config/config.ts',
  }),
  'ES modules by package.json': () => ({
    files: {
      'package.json': '{ "type": "module" }',
      'models/session.js': ESM_MODEL,
      'config/config.js': `export const development = ${options()}`,
    },
    from: 'config/config.js',
  }),
  '.sequelizerc': () => ({
    files: {
      '.sequelizerc': `const path = require('node:path')
module.exports = { config: path.resolve('settings', 'database.js') }`,
      'settings/database.js': `module.exports = ${blocks()}`,
    },
    from: 'settings/database.js',
  }),
  '.sequelizerc in CommonJS, in a package of ES modules': () => ({
    files: {
      'package.json': '{ "type": "module" }',
      '.sequelizerc': `const path = require('path')
module.exports = { config: path.resolve('config', 'database.cjs') }`,
      'config/database.cjs': `module.exports = ${blocks()}`,
      'models/session.js': ESM_MODEL,
    },
    from: 'config/database.cjs',
  }),
  '.sequelizerc as an ES module': () => ({
    files: {
      '.sequelizerc': `import path from 'node:path'
export const config = path.resolve('settings/database.json')`,
      'settings/database.json': blocks(),
    },
    from: 'settings/database.json',
  }),
  'a url in .sequelizerc': () => ({
    files: { '.sequelizerc': `module.exports = { url: ${JSON.stringify(database.url)} }` },
    from: '.sequelizerc',
  }),
  '--env': () => ({
    files: { 'config/config.json': `{ "staging": ${options()} }` },
    line: '--env staging',
    from: 'config/config.json',
    environment: 'staging',
  }),
  use_env_variable: () => ({
    files: {
      'config/config.json': '{ "development": { "use_env_variable": "STUDIO_DB", "dialect": "postgres" } }',
    },
    env: { STUDIO_DB: database.url as string },
    from: 'config/config.json',
  }),
  'url in the config, with options beside it': () => ({
    files: {
      'config/config.json': JSON.stringify({
        development: { url: database.url, dialectOptions: { application_name: 'studio' } },
      }),
    },
    from: 'config/config.json',
  }),
  '--url': () => ({ files: {}, line: `--url ${database.url}`, from: '--url' }),
  '--url with sslmode': () => ({ files: {}, line: `--url ${database.url}?sslmode=disable`, from: '--url' }),
  'DATABASE_URL alone': () => ({
    files: {},
    env: { DATABASE_URL: database.url as string },
    from: 'DATABASE_URL',
  }),
  '--config': () => ({
    files: { 'etc/db.js': `module.exports = ${options()}` },
    line: '--config etc/db.js',
    from: 'etc/db.js',
  }),
  '--sequelize': () => ({
    files: {
      'backend/database.mjs': `import { Sequelize } from 'sequelize'
const options = await Promise.resolve(${options()})
export const sequelize = new Sequelize(options)`,
    },
    line: '--sequelize backend/database.mjs',
    from: 'backend/database.mjs',
  }),
}

it.each(Object.entries(forms))('%s', async (_name, form) => {
  const { files, line = '', env = {}, from, environment = 'development' } = form()
  const root = fs.mkdtempSync(path.join(shelter, 'studio-'))
  addFiles(root, { 'models/session.js': MODEL, 'package.json': '{}', ...files })
  const told = await withEnv(env, () => type(root, `verify models --format json ${line}`))
  expect(told).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(told.out)).toMatchObject({
    database: { from, environment, dialect: 'postgres' },
    checks: [
      {
        subject: 'Session',
        state: 'ok',
        says: expect.stringContaining('column "deletedAt" of public.sessions'),
      },
      { subject: 'Session', state: 'ok', says: 'findOne, count 0' },
    ],
  })
})
