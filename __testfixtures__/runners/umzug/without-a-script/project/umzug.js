const path = require('path')
const { Umzug, SequelizeStorage } = require('umzug')
const { sequelize } = require('./database')

module.exports = new Umzug({
  migrations: {
    glob: path.join(__dirname, 'migrations', '*.js'),
    resolve: ({ name, path, context }) => {
      const migration = require(path)
      return {
        name,
        up: async () => migration.up(context, require('sequelize')),
        down: async () => migration.down(context, require('sequelize')),
      }
    },
  },
  context: sequelize.getQueryInterface(),
  storage: new SequelizeStorage({ sequelize }),
  logger: console,
})
