const { Sequelize, DataTypes } = require('sequelize')

class Database {
  constructor() {
    this.sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres', define: { freezeTableName: true } })
    this.models = {}
    this.loadModels()
  }

  loadModels() {
    this.models.Visit = this.sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
    this.models.Room = this.sequelize.define('Room', { floor: DataTypes.INTEGER })
  }
}

exports.Database = Database
