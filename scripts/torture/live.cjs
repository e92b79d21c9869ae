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

/**
 * @param after milliseconds after which it is killed; @param kill is given a function that kills it; @param hear is given
 * all that it has said so far, whenever it says more
 * @returns what the command said, once it has ended
 */
function typed(root, argv, { after, kill, hear, env = process.env } = {}) {
  const child = spawn(process.execPath, [path.join(repository, 'dist/bin.js'), ...argv], { cwd: root, env })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      text += data
      hear?.(text)
    })
  }
  kill?.(() => child.kill('SIGKILL'))
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, text })
    }),
  )
}

function connectBy(root, options) {
  fs.mkdirSync(path.join(root, 'config'), { recursive: true })
  const text = JSON.stringify({ development: { ...options, logging: false } })
  fs.writeFileSync(path.join(root, 'config/config.json'), text)
}

function projectOn(options) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'torture-live-')))
  const files = {
    'package.json': '{ "name": "tortured", "private": true }\n',
    'models/session.js': MODEL,
    'migrations/20250101000000-create.js': MIGRATION,
  }
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  connectBy(root, options)
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

/** Kills of a deploy on each server. */
const KILLS = 100

/**
 * @param through lays something between a project and its server: a port in, the port to connect to out
 * @param work what is tried with the project, of which one deploy took `whole` milliseconds; gives faults
 * @returns the faults; none where the server is not reached, which is said
 */
async function onServer(name, { say, through = async (port) => port }, work) {
  const admin = new Sequelize(URLS[name], { logging: false })
  try {
    await admin.authenticate()
  } catch (error) {
    say(`${name}: skipped, it cannot be reached: ${error.message}`)
    return []
  }
  const database = `torture_${process.pid}`
  await admin.query(`CREATE DATABASE ${database}`)
  const { host, port, username, password } = admin.config
  const options = { dialect: admin.getDialect(), host, port: Number(port), username, database }
  options.password = password ?? null
  const sequelize = new Sequelize({ ...options, logging: false, pool: { max: 1 } })
  try {
    // This process waits for the history to run, and can stand between nobody meanwhile.
    const root = projectOn(options)
    connectBy(root, { ...options, port: await through(options.port) })
    const made = await typed(root, ['models', '--yes', '--timestamp', STAMP])
    if (made.code !== 0) throw new Error(made.text)
    const start = Date.now()
    const clean = await typed(root, ['deploy', 'models'])
    if (clean.code !== 0) throw new Error(clean.text)
    const whole = Date.now() - start
    const faults = [
      ...(await faultsOfEnd(name, sequelize)),
      ...(await work({ root, sequelize, options, whole })),
    ]
    fs.rmSync(root, { recursive: true, force: true })
    return faults
  } finally {
    await sequelize.close()
    await admin.query(`DROP DATABASE ${database}`)
    await admin.close()
  }
}

/** What a deploy that was killed has left is completed by the next. */
async function faultsOfNext(name, root, sequelize) {
  const second = await typed(root, ['deploy', 'models'])
  const faults = await faultsOfEnd(name, sequelize)
  if (second.code !== 0) faults.push(`the second deploy ends with ${second.code}: ${second.text}`)
  return faults
}

/**
 * Kills deploys at random moments of their time.
 * @param random gives numbers from 0 to 1; @param until milliseconds of the clock
 * @returns faults, a sentence each
 */
const killedDeploys = (name, { random, until, say }) =>
  onServer(name, { say }, async ({ root, sequelize, whole }) => {
    const faults = []
    let killed = 0
    while (killed < KILLS && Date.now() < until) {
      await reset(sequelize)
      const after = Math.round(random() * whole)
      const { signal } = await typed(root, ['deploy', 'models'], { after })
      if (signal === 'SIGKILL') killed++
      const found = await faultsOfNext(name, root, sequelize)
      faults.push(...found.map((fault) => `${name}, deploy killed after ${after} ms of ${whole}: ${fault}`))
      if (killed % 25 === 0) say(`killed deploys on ${name}: ${killed} so far, ${faults.length} faults`)
    }
    say(`killed deploys on ${name}: ${killed}`)
    return faults
  })

module.exports = { faultsOfNext, killedDeploys, onServer, reset, servers: Object.keys(URLS), typed }
