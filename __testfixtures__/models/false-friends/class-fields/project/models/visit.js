const { DataTypes, Model, Sequelize } = require('sequelize')

class Visit extends Model {
  paranoid = true
  static paranoid = true
  static options = { paranoid: true }
}

Visit.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }) })
module.exports = Visit
