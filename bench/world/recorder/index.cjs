/**
 * A child process: loads every model file of one package with the real Sequelize and no connection, and writes down each
 * model that is made. It shares no code with the tool, so that it is evidence of its own.
 */

const fs = require('node:fs')
const path = require('node:path')
const { hookModules, stubbed } = require('./modules.cjs')
const { MARK, isStub, holdsStub } = require('./stub.cjs')
const { candidatesIn, connects } = require('./candidates.cjs')
const { makeCalls } = require('./calls.cjs')
const { fillEnvironment, isolate } = require('./isolation.cjs')
const { watched } = require('./sequelize.cjs')

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
isolate()
const watch = watched(job)
hookModules(job, watch)

const relative = (file) => path.relative(job.root, file).split(path.sep).join('/')
const failed = []

async function attempt(file, work) {
  try {
    return await work()
  } catch (error) {
    failed.push({ file: relative(file), error: String(error?.stack ?? error).slice(0, 400) })
    return undefined
  }
}

/** Called by us, where a connection of the project could not be made: what it would inherit is not known. */
const misses = (called) => called && failed.some(({ file }) => connects(path.join(job.root, file)))

function truthOf({ model, frames, called }) {
  const table = model.getTableName()
  const given = model._timestampAttributes.deletedAt
  const attribute = given === undefined ? undefined : model.rawAttributes[given]
  const { paranoid, timestamps } = model.options
  const parts = [table, table.tableName, table.schema, given, attribute?.field, paranoid, timestamps]
  return {
    name: String(model.name),
    table: String(table.tableName ?? table),
    schema: table.schema ? String(table.schema) : null,
    paranoid: Boolean(paranoid),
    needsColumn: Boolean(attribute),
    column: attribute ? String(attribute.field) : null,
    frames: frames.map(relative),
    ...((parts.some((one) => isStub(one) || holdsStub(one)) ||
      isStub(model.sequelize?.options?.define) ||
      misses(called)) && { unsure: true }),
  }
}

const end = Date.now() + job.seconds * 1000

async function loadAll(files, loaded) {
  for (const file of files) {
    if (Date.now() > end) failed.push({ file: relative(file), error: 'there was no time left for it' })
    else {
      const exported = await attempt(file, () => require(file))
      if (exported !== undefined) loaded.set(file, exported)
    }
  }
}

async function main() {
  const loaded = new Map()
  const candidates = candidatesIn(job)
  await loadAll(candidates, loaded)
  fillEnvironment(MARK)
  failed.length = 0
  await loadAll(
    candidates.filter((file) => !loaded.has(file)),
    loaded,
  )
  await new Promise((done) => setTimeout(done, 200))
  await makeCalls(loaded, watch, attempt)
  await new Promise((done) => setTimeout(done, 200))
  const models = []
  for (const one of watch.made.values()) await attempt(one.frames[0] ?? '', () => models.push(truthOf(one)))
  const answer = { models, failed, stubs: [...stubbed], instances: watch.instances.length }
  fs.writeFileSync(job.answered, JSON.stringify(answer))
}

process.on('unhandledRejection', () => {})
process.on('uncaughtException', () => {})
main()
  .catch((error) => fs.writeFileSync(job.answered, JSON.stringify({ error: String(error?.stack ?? error) })))
  .finally(() => process.reallyExit(0))
