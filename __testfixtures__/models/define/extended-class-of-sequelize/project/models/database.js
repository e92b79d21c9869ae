const { Sequelize } = require('sequelize')

class Clinic extends Sequelize {
  constructor() {
    super('db', 'user', 'pass', { dialect: 'postgres', define: { paranoid: true } })
  }
}

module.exports = new Clinic()
