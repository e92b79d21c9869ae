const { Model } = require('sequelize')

module.exports = class Visit extends Model {
  static init(sequelize, DataTypes) {
    return super.init({ reason: DataTypes.STRING }, { sequelize })
  }
}
