const Session = require('./models/session')

Session.findAll()
  .then((sessions) => console.log(`${sessions.length} sessions`))
  .catch((error) => {
    console.error(`${error.name}: ${error.message}`)
    process.exitCode = 1
  })
  .finally(() => Session.sequelize.close())
