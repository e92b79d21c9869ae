/** `--runtime`: Sequelize itself is asked, in a process that reaches nothing. */

import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

const database = `const { Sequelize } = require('sequelize')
module.exports = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false })
`

const session = (options: string) => `const { DataTypes } = require('sequelize')
const sequelize = require('../database')
module.exports = sequelize.define('Session', { title: DataTypes.STRING }, ${options})
`

function project(files: Record<string, string>): string {
  const root = tempProject({ 'package.json': '{ "name": "studio" }', 'database.js': database, ...files })
  linkModules(root)
  return root
}

/** The models of the report, by name. */
async function modelsOf(root: string, line: string) {
  const { out, err } = await type(root, `${line} --format json`)
  if (err) throw new Error(err)
  const { models, notes } = JSON.parse(out) as { models: Record<string, unknown>[]; notes: string[] }
  return { byName: Object.fromEntries(models.map((model) => [model.name, model])), notes }
}

test('what reading leaves undecided is settled', async () => {
  const root = project({
    'models/session.js': session("{ paranoid: process.env.SOFT !== 'off', tableName: 'sessions' }"),
  })
  expect((await modelsOf(root, 'check models')).byName.Session).toMatchObject({ needsColumn: null })
  expect((await modelsOf(root, 'check models --runtime')).byName.Session).toMatchObject({
    paranoid: true,
    needsColumn: true,
    table: { schema: null, name: 'sessions' },
    column: 'deletedAt',
  })
})

test('what was read otherwise is said, rule by rule, and what runs holds', async () => {
  // A throw inside a called function is known to be read wrong (docs/limits.md).
  const fails =
    "const options = { paranoid: true, tableName: 'sessions', deletedAt: 'gone' }\nconst fail = () => { throw new Error() }\ntry { fail() } catch { delete options.deletedAt }\n"
  const root = project({ 'models/session.js': `${fails}${session('options')}` })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(byName.Session).toMatchObject({ paranoid: true, needsColumn: true, column: 'deletedAt' })
  expect(notes).toContain('Session: R12 attribute was read as "gone", and is "deletedAt" at run time.')
  expect((await type(root, 'why Session models --runtime')).out).toContain(
    'run  At run time the table is "sessions"',
  )
})

test('a model that reading does not see is found', async () => {
  const root = project({
    'models/session.js': `const { DataTypes } = require('sequelize')
const sequelize = require('../database')
module.exports = Function.prototype.call.call(sequelize.define, sequelize, 'Session', { title: DataTypes.STRING }, { paranoid: true })
`,
  })
  expect((await modelsOf(root, 'check models')).byName.Session).toBeUndefined()
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(byName.Session).toMatchObject({ file: 'models/session.js', line: 3, needsColumn: true })
  expect(notes).toContain('Session: it is not seen by reading session.js, and is there at run time.')
})

test('factories, classes with an initializer, modules that wait as they load, TypeScript with decorators', async () => {
  const root = project({
    'database.mjs': `import { Sequelize } from 'sequelize'
const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', define: { underscored: true } })
await sequelize.authenticate()
await sequelize.sync()
export default sequelize
`,
    'models/factory.js': `module.exports = (sequelize, DataTypes) => sequelize.define('Factory', {}, { paranoid: true })
`,
    'models/initialized.js': `const { Model } = require('sequelize')
module.exports = class Initialized extends Model {
  static init(sequelize) { return super.init({}, { sequelize, paranoid: true, modelName: 'Initialized' }) }
}
`,
    'models/module.mjs': `import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'
export class InModule extends Model {}
InModule.init({ title: DataTypes.STRING }, { sequelize, paranoid: true })
`,
    'models/decorated.ts': `import { DeletedAt, Model, Table } from 'sequelize-typescript'
@Table({ tableName: 'decorated' })
export class Decorated extends Model { @DeletedAt removedAt!: Date }
`,
    'models/index.ts': `import { Sequelize } from 'sequelize-typescript'
import { Decorated } from './decorated'
export const sequelize = new Sequelize({ dialect: 'postgres', models: [Decorated] })
`,
    'tsconfig.json':
      '{ "compilerOptions": { "experimentalDecorators": true, "emitDecoratorMetadata": true } }',
  })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(notes.filter((note) => /could not be run/.test(note))).toEqual([])
  expect(byName).toMatchObject({
    Factory: { needsColumn: true },
    Initialized: { needsColumn: true },
    InModule: { needsColumn: true, column: 'deleted_at' },
    Decorated: { needsColumn: true, column: 'removedAt', table: { name: 'decorated' } },
  })
})

test('a model that is defined more than once, by an index and by itself, is one', async () => {
  const root = project({
    'models/index.js': `const sequelize = require('../database')
const { DataTypes } = require('sequelize')
module.exports = { Session: require('./session')(sequelize, DataTypes) }
`,
    'models/again.js': "module.exports = require('./index')\n",
    'models/session.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { paranoid: true })
`,
  })
  const { out } = await type(root, 'check models --runtime --format json')
  const { models, notes } = JSON.parse(out)
  expect(models.map(({ name }: { name: string }) => name)).toEqual(['Session'])
  expect(notes).toEqual([])
})

test('a factory that is called for two tables is a model of each', async () => {
  const root = project({
    'models/index.js': `const sequelize = require('../database')
const { DataTypes } = require('sequelize')
const of = require('./session')
module.exports = { now: of(sequelize, DataTypes, 'sessions'), old: of(sequelize, DataTypes, 'old_sessions') }
`,
    'models/session.js': `module.exports = (sequelize, DataTypes, tableName) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { paranoid: true, tableName })
`,
  })
  const { out } = await type(root, 'check models --runtime --format json')
  const { models } = JSON.parse(out)
  const tables = models.map(({ table }: { table: { name: string } }) => table.name).sort()
  expect(tables).toEqual(['old_sessions', 'sessions'])
})

test('a factory that asks for more than Sequelize hands over is not run by itself', async () => {
  const root = project({
    'models/third.js': `module.exports = (sequelize, DataTypes, tableName) =>
  sequelize.define('Third', { title: DataTypes.STRING }, { paranoid: true, tableName })
`,
    'models/second.js': `module.exports = (sequelize, tableName) =>
  sequelize.define('Second', {}, { paranoid: true, tableName })
`,
  })
  const { out } = await type(root, 'check models --runtime --format json')
  const { models, notes } = JSON.parse(out)
  const tables = models.map(({ table, status }: { table: unknown; status: string }) => [table, status])
  expect(tables).toEqual(Array(2).fill([null, 'undecided']))
  expect(JSON.stringify(notes)).toContain('its function takes 3 arguments')
  expect(JSON.stringify(notes)).toContain('the table of Second has no name as text')
})

test('a file that throws, exits or waits for ever costs only itself', async () => {
  const root = project({
    'models/session.js': session("{ paranoid: process.env.SOFT !== 'off', tableName: 'sessions' }"),
    'models/throws.js': "throw new Error('no config')\n",
    'models/exits.js': 'process.exit(3)\n',
    'models/really-exits.js': 'process.reallyExit(4)\n',
    'models/waits.mjs': 'await new Promise(() => {})\n',
  })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(byName.Session).toMatchObject({ needsColumn: true })
  expect(notes.filter((note) => /could not be run/.test(note)).sort()).toEqual([
    expect.stringMatching(
      /^models.exits\.js could not be run, and was only read: process\.exit\(3\) was called/,
    ),
    expect.stringMatching(/^models.really-exits\.js could not be run, .* ended itself with exit code 4/),
    expect.stringMatching(/^models.throws\.js could not be run, and was only read: no config/),
    expect.stringMatching(/^models.waits\.mjs could not be run, .* did not answer within 20 seconds/),
  ])
})

test('nothing is reached: no socket, no query', async () => {
  let connections = 0
  const server = net.createServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const root = project({
    'database.js': `const { Sequelize } = require('sequelize')
const sequelize = new Sequelize('postgres://u:p@127.0.0.1:${port}/x', { logging: false })
sequelize.query('SELECT 1').catch(() => {})
require('node:net').connect(${port}, '127.0.0.1').on('error', () => {})
fetch('http://127.0.0.1:${port}').catch(() => {})
module.exports = sequelize
`,
    'models/session.js': session('{ paranoid: true }'),
  })
  expect((await modelsOf(root, 'check models --runtime')).byName.Session).toMatchObject({ needsColumn: true })
  await new Promise((resolve) => server.close(resolve))
  expect(connections).toBe(0)
})

test('where Sequelize is not installed it is said what to do', async () => {
  const root = tempProject({ 'models/session.js': session('{ paranoid: true }'), 'database.js': database })
  expect(await type(root, 'check models --runtime')).toMatchObject({
    code: 2,
    err: 'Sequelize is not installed here.\nInstall what the project needs: npm install.\n',
  })
})

test('a factory is handed DataTypes and what else Sequelize has: projects pass either', async () => {
  const root = project({
    'models/either.js': `module.exports = (sequelize, Sequelize) =>
  sequelize.define('Either', { at: { type: Sequelize.DATE, defaultValue: Sequelize.literal('now()') } },
    { paranoid: true, defaultScope: { where: { at: { [Sequelize.Op.ne]: null } } } })
`,
  })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(notes).toEqual([])
  expect(byName.Either).toMatchObject({ needsColumn: true, column: 'deletedAt' })
})

test('what an index has defined, even if nobody waits for it, is not defined again by its factory', async () => {
  const root = project({
    'models/index.js': `const { DataTypes } = require('sequelize')
const sequelize = require('../database')
const ready = (async () => {
  await null
  require('./wharf')(sequelize.constructor ? sequelize : null, DataTypes, { prefix: 'old' })
})()
module.exports = { ready }
`,
    'models/wharf.js': `module.exports = (sequelize, DataTypes, { prefix } = { prefix: 'new' }) =>
  sequelize.define(prefix + 'Wharf', { title: DataTypes.STRING }, { paranoid: true })
`,
  })
  const { out } = await type(root, 'check models --runtime --format json')
  expect(JSON.parse(out).models.map(({ name }: { name: string }) => name)).toEqual(['oldWharf'])
})

test('a configuration that Sequelize does not take is told as that', async () => {
  const root = project({
    'database.js': 'module.exports = undefined\n',
    'config/config.json':
      '{ "development": { "dialect": "postgres", "logging": 7, "pool": 3, "timezone": {} } }',
    'models/jetty.js': `module.exports = (sequelize, DataTypes) => sequelize.define('Jetty', {}, { paranoid: true })
`,
  })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(JSON.stringify(notes)).not.toMatch(/database/i)
  expect(byName.Jetty).toMatchObject({ needsColumn: true })
})

test('a variable that is not set is said once, by its name, and --env-file sets it', async () => {
  const needs = (name: string) => `const { table } = require('../settings')
module.exports = (sequelize, DataTypes) => sequelize.define('${name}', {}, { paranoid: true, tableName: table + '${name}' })
`
  const root = project({
    'settings.js': `if (!process.env.TABLE_PREFIX) throw new Error('the settings are not whole')
exports.table = process.env.TABLE_PREFIX
`,
    'models/one.js': needs('One'),
    'models/two.js': needs('Two'),
    '.env.check': 'TABLE_PREFIX=of_\n',
  })
  const { notes } = await modelsOf(root, 'check models --runtime')
  expect(notes).toEqual([
    'TABLE_PREFIX is asked for as the files are run, and not set: set it, or pass --env-file.',
    expect.stringMatching(/^2 files could not be run, .*: the settings are not whole$/),
  ])
  await withEnv({}, async () => {
    const { byName } = await modelsOf(root, 'check models --runtime --env-file .env.check')
    expect(byName).toMatchObject({ One: { table: { name: 'of_One' } }, Two: { table: { name: 'of_Two' } } })
  })
  expect(await type(root, 'check models --env-file .env.none')).toMatchObject({
    code: 2,
    err: 'The file .env.none of --env-file is not there.\nCheck its path: it counts from the working directory.\n',
  })
})

test('a compiled addon, a worker and a socket of UDP are stand-ins: the model that opens them is read on', async () => {
  const root = project({
    'native/addon.node': 'not compiled for here',
    'models/session.js': `const { hash } = require('../native/addon.node')
const { Worker } = require('node:worker_threads')
const { createSocket } = require('node:dgram')
new Worker('throw 1', { eval: true }).on('message', () => {}).postMessage('x')
createSocket('udp4').send('x', 9, '127.0.0.1')
const { DataTypes } = require('sequelize')
module.exports = require('../database').define('Session', { key: { type: DataTypes.STRING, defaultValue: hash } },
  { paranoid: true, tableName: process.env.NONE || 'sessions' })
`,
  })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(notes).toEqual([])
  expect(byName.Session).toMatchObject({ needsColumn: true, table: { name: 'sessions' } })
})

test('a file that writes or starts a process is only read, and it is said why', async () => {
  const root = project({
    'models/logs.js': "require('node:fs').mkdirSync(__dirname + '/logs')\n",
    'models/asks.js': "require('node:child_process').execSync('git rev-parse HEAD')\n",
    'models/session.js': session("{ paranoid: true, tableName: process.env.NONE || 'sessions' }"),
  })
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(byName.Session).toMatchObject({ table: { name: 'sessions' } })
  expect(notes.sort()).toEqual([
    expect.stringMatching(
      /^models.asks\.js could not be run, .*child_process\.execSync is refused while models are only looked at/,
    ),
    expect.stringMatching(
      /^models.logs\.js could not be run, .*writing .*logs is refused while models are only looked at/,
    ),
  ])
})

const asRoot = process.getuid?.() === 0 ? test : test.skip
asRoot('root runs the models of another user, as in a container', async () => {
  const root = project({
    'models/session.js': session("{ paranoid: true, tableName: process.env.NONE || 'sessions' }"),
  })
  fs.chownSync(path.join(root, 'models/session.js'), 12345, 12345)
  fs.chmodSync(path.join(root, 'models/session.js'), 0o600)
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(notes).toEqual([])
  expect(byName.Session).toMatchObject({ table: { name: 'sessions' } })
})

test('where the file that makes the instance cannot be run, its models stay as they were read', async () => {
  const root = tempProject({
    'package.json': '{ "name": "studio" }',
    'database.js': `const { Sequelize, DataTypes } = require('sequelize')
require('a-package-that-is-not-there')
const sequelize = new Sequelize('postgres://localhost/studio', { define: { freezeTableName: true } })
module.exports = { sequelize, Session: require('./models/session')(sequelize, DataTypes) }
`,
    'models/session.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { paranoid: true })
`,
  })
  linkModules(root)
  const { byName, notes } = await modelsOf(root, 'check models --runtime')
  expect(byName.Session).toMatchObject({ table: { schema: null, name: 'Session' }, needsColumn: true })
  expect(notes.join()).toContain('database.js could not be run, and was only read')
})

test('a model that cannot be run is not taken for one of its name in another application', async () => {
  const paranoid = (options: string) => `const { DataTypes } = require('sequelize')
const { sequelize } = require('../database')
module.exports = sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', ${options} })
`
  const root = tempProject({
    'package.json': '{ "name": "studio" }',
    'two/database.js': `const { Sequelize } = require('sequelize')
exports.sequelize = new Sequelize('postgres://localhost/studio')
`,
    'two/models/session.js': paranoid('paranoid: true'),
    'one/database.js': `require('a-package-that-is-not-there')
const { Sequelize } = require('sequelize')
exports.sequelize = new Sequelize('postgres://localhost/studio')
`,
    'one/models/session.js': paranoid('paranoid: false'),
  })
  linkModules(root)
  const { out } = await type(root, 'check --runtime --format json')
  const { models } = JSON.parse(out) as { models: { file: string; needsColumn: boolean }[] }
  expect(models.map(({ file, needsColumn }) => `${file} ${needsColumn}`)).toEqual([
    'one/models/session.js false',
    'two/models/session.js true',
  ])
})
