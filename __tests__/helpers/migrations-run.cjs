/**
 * Runs the migrations of one case after the other with the real Sequelize 6 and the real Umzug 3, in this process.
 * In: { options, project, folders, style, order, before, env }. Out: { error? }.
 */
const fs = require('node:fs')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { transformSync } = require('@swc/core')
const { Sequelize } = require('sequelize')
const { memoryStorage, Umzug } = require('umzug')

const opened = []
Sequelize.addHook('afterInit', (sequelize) => opened.push(sequelize))

require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
    module: { type: 'commonjs' },
  })
  module._compile(code, file)
}

const isMigration = (file) => /\.(js|cjs|mjs|ts)$/.test(file) && !/\.d\.ts$/.test(file)

const below = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? below(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )

function filesOf({ project, folders, order }) {
  const key = order === 'path' ? (file) => file : path.basename
  const files = folders.flatMap((folder) => below(path.join(project, folder))).filter(isMigration)
  return files.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

async function load(file) {
  try {
    return require(file)
  } catch (error) {
    if (error.code !== 'ERR_REQUIRE_ESM') throw error
    return import(pathToFileURL(file).href)
  }
}

const isClass = (value) => typeof value === 'function' && /^class\b/.test(String(value))

/** As sequelize-cli does: `up` of the module or of its default export; a class is made an object first. */
async function homeOf(file) {
  const loaded = await load(file)
  const home = [loaded, loaded.default].find((one) => one && (one.up || isClass(one)))
  return isClass(home) && !home.up ? new home() : home
}

async function runOneByOne(job, args) {
  for (const file of filesOf(job)) {
    const home = await homeOf(file)
    if (home) await home.up(...args)
  }
}

async function runUmzug({ project, folders }, context) {
  const umzug = new Umzug({
    migrations: { glob: [`{${folders.join(',')},}/*.{js,cjs,mjs,ts}`, { cwd: project }] },
    context,
    storage: memoryStorage(),
    logger: undefined,
  })
  await umzug.up()
}

async function run(job) {
  process.chdir(job.project)
  Object.assign(process.env, { DATABASE_URL: job.url }, job.env)
  const sequelize = new Sequelize(job.options)
  const queryInterface = sequelize.getQueryInterface()
  for (const sql of job.before) await sequelize.query(sql)
  if (job.style === 'umzug') await runUmzug(job, queryInterface)
  else if (job.style === 'umzug-sequelize') await runUmzug(job, sequelize)
  else await runOneByOne(job, job.style === 'bare' ? [] : [queryInterface, Sequelize])
}

process.on('message', async (job) => {
  const before = { ...process.env }
  let error
  try {
    await run(job)
  } catch (failure) {
    error = failure.stack
  }
  for (const key of Object.keys(job.env)) {
    if (key in before) process.env[key] = before[key]
    else delete process.env[key]
  }
  await Promise.all(opened.splice(0).map((one) => one.close().catch(() => {})))
  process.send({ error })
})
