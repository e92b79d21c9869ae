const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

module.exports = class Visit extends Model {
  static {
    this.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })
  }
}
