/** A child process: loads projects with the real Sequelize of one version, and tells every model that it makes. */

const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const [jobsFile, answersFile] = process.argv.slice(2)
const { library, peers, jobs } = JSON.parse(fs.readFileSync(jobsFile, 'utf8'))

// sequelize-typescript asks for the `sequelize` beside it, which is another version.
const resolve = Module._resolveFilename
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, peers[request] ?? request, ...rest)
}

require('reflect-metadata')
try {
  require('moment').suppressDeprecationWarnings = true
} catch {}
const real = require(library)
const isCore = library.includes('@sequelize')
let made = new Set()
watch()

function watch() {
  if (isCore) return real.Sequelize.hooks.addListener('afterInit', (one) => watchInstance(one))
  const { init } = real.Model
  real.Model.init = function (...args) {
    const result = init.apply(this, args)
    // The join table of belongsToMany is no model of the project's own.
    if (!/belongs-to-many/.test(new Error().stack)) made.add(this)
    return result
  }
}

const instances = new Set()
function watchInstance(instance) {
  instances.add(instance)
  for (const model of instance.models) made.add(model)
  instance.hooks.addListener('afterDefine', (model) => made.add(model))
}

function truthOf(model) {
  if (isCore) return truthOfCore(model.modelDefinition)
  const table = model.getTableName()
  const given = model._timestampAttributes.deletedAt
  const used = given !== undefined && Object.hasOwn(model.rawAttributes, String(given))
  return {
    name: model.name,
    table: { schema: table.schema || null, name: table.tableName ?? table },
    paranoid: Boolean(model.options.paranoid),
    needsColumn: used,
    attribute: used ? String(given) : null,
    column: used ? String(model.rawAttributes[given].field) : null,
  }
}

function truthOfCore({ modelName, table, options, timestampAttributeNames, attributes }) {
  const attribute = timestampAttributeNames.deletedAt
  return {
    name: modelName,
    // Version 7 fills in the schema that PostgreSQL takes anyway.
    table: { schema: table.schema === 'public' ? null : table.schema || null, name: table.tableName },
    paranoid: Boolean(options.paranoid),
    needsColumn: Boolean(attribute),
    attribute: attribute ?? null,
    column: attribute ? String(attributes.get(attribute).columnName) : null,
  }
}

function instance() {
  if (isCore) return new real.Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect })
  return new real.Sequelize('db', 'user', 'pass', {
    dialect: 'postgres',
    logging: false,
    ...(library.includes('v4') && { operatorsAliases: false }),
  })
}

const isClass = (value) => /^class\b/.test(Function.prototype.toString.call(value))

async function load(root, file, call) {
  const whole = path.join(root, file)
  const loaded = await import(pathToFileURL(whole).href)
  const plain = loaded.default?.__esModule ? loaded.default.default : (loaded.default ?? loaded)
  if (call) {
    for (const one of new Set([plain, ...Object.values(loaded)]))
      if (typeof one?.[call] === 'function') await one[call](instance(), real.DataTypes ?? real)
  } else if (typeof plain === 'function' && !isClass(plain)) await plain(instance(), real.DataTypes ?? real)
  else await plain
}

async function run({ root, files, call, env }) {
  made = new Set()
  const before = { ...process.env }
  const globals = new Set(Object.getOwnPropertyNames(globalThis))
  Object.assign(process.env, env)
  process.chdir(root)
  try {
    for (const file of files) await load(root, file, call)
    await new Promise((done) => setTimeout(done, 20))
    return { models: [...made].map(truthOf) }
  } catch (error) {
    return { error: String(error?.stack ?? error) }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
    for (const name of Object.getOwnPropertyNames(globalThis)) if (!globals.has(name)) delete globalThis[name]
  }
}

process.on('unhandledRejection', () => {})
const answers = []
const next = async () => {
  for (const job of jobs) answers.push(await run(job))
  fs.writeFileSync(answersFile, JSON.stringify(answers))
  process.exit(0)
}
next()
