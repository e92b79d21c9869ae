const path = require('path')
const Umzug = require('umzug')
const { sequelize } = require('./database')

const umzug = new Umzug({
  migrations: {
    path: path.join(__dirname, 'migrations'),
    pattern: /\.js$/,
    params: [sequelize.getQueryInterface()],
  },
  storage: 'sequelize',
  storageOptions: { sequelize },
})

umzug[process.argv[2] === 'down' ? 'down' : 'up']()
  .catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(() => sequelize.close())
