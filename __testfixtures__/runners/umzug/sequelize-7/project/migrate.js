const { Umzug } = require('umzug')
const { sequelize } = require('./database')

const log = async (sql, ...names) =>
  (await sequelize.query(sql, { replacements: names, raw: true }))[0].map(({ name }) => name)

const umzug = new Umzug({
  migrations: { glob: 'migrations/*.js' },
  context: sequelize.queryInterface,
  storage: {
    async executed() {
      await sequelize.query('CREATE TABLE IF NOT EXISTS ran (name text PRIMARY KEY)')
      return log('SELECT name FROM ran ORDER BY name')
    },
    logMigration: ({ name }) => log('INSERT INTO ran VALUES (?) RETURNING name', name),
    unlogMigration: ({ name }) => log('DELETE FROM ran WHERE name = ? RETURNING name', name),
  },
  logger: console,
})
umzug.runAsCLI().finally(() => sequelize.close())
