const sequelize = require('../db')

module.exports = {
  async up() {
    await sequelize.query('CREATE TABLE users (id integer, "deletedAt" timestamptz)')
    await sequelize.getQueryInterface().removeColumn('users', 'deletedAt')
  },
}
