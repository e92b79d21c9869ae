const Sequelize = require('sequelize')

// What egg-sequelize does: its own defaults, and a model file that gets the application.
const define = { freezeTableName: false, underscored: true }
const model = new Sequelize(process.env.DATABASE_URL, { logging: false, define })
const Job = require('./app/model/job')({ Sequelize, model })

Job.findAll()
  .then((rows) => console.log(rows.length, 'rows'))
  .catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(() => model.close())
