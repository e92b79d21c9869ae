/** Makes the errors of a project with a real Sequelize and prints them, as people print them: node diagnosis-throw.cjs <package> <root>. */

const path = require('node:path')
const { inspect } = require('node:util')

const [, , name, root] = process.argv
const { Sequelize, DataTypes } = require(name)
const log = []
const logging = (sql) => log.push(sql)

function connect() {
  const { url, ...options } = require(path.join(root, 'config.js'))
  if (name !== '@sequelize/core')
    return new Sequelize(options.database, options.username, options.password ?? '', { ...options, logging })
  return new Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect, url, logging })
}

/** The tables as they were before anybody thought of soft delete. */
async function makeTables(sequelize) {
  const [studio, session, booking] = ['Studio', 'Session', 'Booking'].map((model) =>
    sequelize.define(model, { title: DataTypes.STRING }),
  )
  studio.hasMany(session, { as: 'lessons' })
  session.hasMany(booking)
  await sequelize.sync()
}

function loadModels(sequelize) {
  const models = {}
  for (const model of ['Studio', 'Session', 'Booking', 'Broken'])
    models[model] = require(path.join(root, 'models', `${model.toLowerCase()}.js`))(sequelize, DataTypes)
  for (const model of Object.values(models)) model.associate?.(models)
  return models
}

/** The message; with the stack; the whole error; the log and the message; a line of a JSON logger. */
const printed = (error) => ({
  message: `${error.name}: ${error.message}`,
  stack: `${error.message}\n${error.stack}`,
  inspected: inspect(error),
  logged: `${log.join('\n')}\nUnhandled rejection ${error.name}: ${error.message}`,
  json: JSON.stringify({ level: 50, err: { message: error.message, stack: error.stack, sql: error.sql } }),
})

async function main() {
  const sequelize = connect()
  await makeTables(sequelize)
  const calls = require(path.join(root, 'calls.js'))(loadModels(sequelize))
  const errors = {}
  for (const [call, make] of Object.entries(calls)) {
    log.length = 0
    await make().catch((error) => {
      errors[call] = { message: error.message, asked: error.sql !== undefined, texts: printed(error) }
    })
  }
  await sequelize.close()
  process.stdout.write(JSON.stringify(errors))
}

main().catch((error) => {
  process.stderr.write(String(error.stack))
  process.exitCode = 1
})
