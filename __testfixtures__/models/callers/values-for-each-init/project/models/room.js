const { Model } = require('sequelize')

module.exports = class Room extends Model {
  static init(sequelize, DataTypes) {
    return super.init({ floor: DataTypes.INTEGER }, { sequelize, paranoid: false })
  }
}
