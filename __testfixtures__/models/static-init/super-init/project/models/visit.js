const { DataTypes, Model } = require('sequelize')

module.exports = class Visit extends Model {
  static init(sequelize) {
    return super.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true, tableName: 'visit' })
  }
}
