/**
 * A deploy is killed at a random moment of its time, on a real database; the next one brings the same end state: the column
 * is there, its migration is noted once, and nobody is left in a transaction or holding a lock.
 */

const { spawn, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { setTimeout: pause } = require('node:timers/promises')
const { Sequelize } = require('sequelize')
const { repository } = require('./world.cjs')

const URLS = {
  PostgreSQL: process.env.POSTGRES_URL ?? 'postgres://root@127.0.0.1:5432/postgres',
  MariaDB: process.env.MARIADB_URL ?? 'mysql://root@127.0.0.1:3306/mysql',
}
const STAMP = '20250530120000'

const MODEL = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`
const MIGRATION = `module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.createTable('sessions', {
      id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true },
      title: Sequelize.STRING,
      createdAt: Sequelize.DATE,
      updatedAt: Sequelize.DATE,
    }),
  down: (queryInterface) => queryInterface.dropTable('sessions'),
}
`

/** @returns what the command said, once it has ended; `after`: milliseconds after which it is killed */
function typed(root, argv, after) {
  const child = spawn(process.execPath, [path.join(repository, 'dist/bin.js'), ...argv], { cwd: root })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data))
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, text })
    }),
  )
}

function projectOn(options) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'torture-live-')))
  const files = {
    'package.json': '{ "name": "tortured", "private": true }\n',
    'config/config.json': JSON.stringify({ development: { ...options, logging: false } }),
    'models/session.js': MODEL,
    'migrations/20250101000000-create.js': MIGRATION,
  }
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  fs.symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'))
  const cli = path.join(repository, 'node_modules/sequelize-cli/lib/sequelize')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'db:migrate'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout + stderr)
  return root
}

const LEFT = {
  PostgreSQL: `SELECT state AS what FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND state <> 'idle' UNION ALL SELECT locktype FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  MariaDB:
    'SELECT t.trx_state AS what FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = DATABASE() AND p.id <> CONNECTION_ID()',
}

/** @returns faults, a sentence each */
async function faultsOfEnd(name, sequelize) {
  const faults = []
  const columns = Object.keys(await sequelize.getQueryInterface().describeTable('sessions'))
  if (columns.join() !== 'id,title,createdAt,updatedAt,deletedAt') faults.push(`the columns are ${columns}`)
  const noted = await sequelize.query(
    `SELECT name FROM ${sequelize.getQueryInterface().quoteIdentifier('SequelizeMeta')}`,
    { type: 'SELECT' },
  )
  if (noted.filter((one) => one.name.startsWith(STAMP)).length !== 1)
    faults.push(`noted are ${JSON.stringify(noted)}`)
  let left = []
  for (let turn = 0; turn < 40; turn++, await pause(100))
    if (!(left = await sequelize.query(LEFT[name], { type: 'SELECT' })).length) break
  if (left.length) faults.push(`somebody is left: ${JSON.stringify(left)}`)
  return faults
}

async function reset(sequelize) {
  const queryInterface = sequelize.getQueryInterface()
  await queryInterface.removeColumn('sessions', 'deletedAt').catch(() => undefined)
  await queryInterface.bulkDelete('SequelizeMeta', { name: { [Sequelize.Op.like]: `${STAMP}%` } })
}

/**
 * @param random gives numbers from 0 to 1
 * @returns how many deploys were killed, and the faults
 */
async function killedDeploys(name, { count, random, until, say }) {
  const admin = new Sequelize(URLS[name], { logging: false })
  try {
    await admin.authenticate()
  } catch (error) {
    say(`killed deploys on ${name}: skipped, it cannot be reached: ${error.message}`)
    return { killed: 0, faults: [] }
  }
  const database = `torture_${process.pid}`
  await admin.query(`CREATE DATABASE ${database}`)
  const { dialect, config } = { dialect: admin.getDialect(), config: admin.config }
  const options = {
    dialect,
    host: config.host,
    port: Number(config.port),
    username: config.username,
    password: config.password ?? null,
    database,
  }
  const sequelize = new Sequelize({ ...options, logging: false, pool: { max: 1 } })
  const faults = []
  let killed = 0
  try {
    const root = projectOn(options)
    const made = await typed(root, ['models', '--yes', '--timestamp', STAMP])
    if (made.code !== 0) throw new Error(made.text)
    const start = Date.now()
    const clean = await typed(root, ['deploy', 'models'])
    const whole = Date.now() - start
    if (clean.code !== 0) throw new Error(clean.text)
    faults.push(...(await faultsOfEnd(name, sequelize)))
    while (killed < count && Date.now() < until) {
      await reset(sequelize)
      const after = Math.round(random() * whole)
      const first = await typed(root, ['deploy', 'models'], after)
      if (first.signal === 'SIGKILL') killed++
      const second = await typed(root, ['deploy', 'models'])
      const found = await faultsOfEnd(name, sequelize)
      if (second.code !== 0) found.push(`the second deploy ends with ${second.code}: ${second.text}`)
      faults.push(...found.map((fault) => `${name}, deploy killed after ${after} ms of ${whole}: ${fault}`))
      if (killed % 25 === 0) say(`killed deploys on ${name}: ${killed} so far, ${faults.length} faults`)
    }
    fs.rmSync(root, { recursive: true, force: true })
  } finally {
    await sequelize.close()
    await admin.query(`DROP DATABASE ${database}`)
    await admin.close()
  }
  return { killed, faults }
}

module.exports = { killedDeploys, servers: Object.keys(URLS) }
