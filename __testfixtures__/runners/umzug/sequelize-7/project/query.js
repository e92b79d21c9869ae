const { sequelize, Job } = require('./database')

Job.findAll()
  .then((rows) => console.log(rows.length, 'rows'))
  .catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(() => sequelize.close())
