const { Sequelize } = require('sequelize')

class Clinic extends Sequelize {
  define(name, attributes, options = {}) {
    return super.define(name, attributes, { ...options, paranoid: true })
  }
}

module.exports = new Clinic('db', 'user', 'pass', { dialect: 'postgres' })
