const Sequelize = require('sequelize')

class Database {
  constructor() {
    this.init()
  }

  init() {
    this.connection = new Sequelize({ dialect: 'postgres', define: { paranoid: true, underscored: true } })
    this.models = [require('./visit')].map((model) => model.init(this.connection))
  }
}

module.exports = new Database()
