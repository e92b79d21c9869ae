const { DataTypes, Model } = require('sequelize')

module.exports = class Visit extends Model {
  static initModel(sequelize) {
    return this.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })
  }

  static initForTests(sequelize) {
    return this.init({ reason: DataTypes.STRING }, { sequelize, paranoid: false })
  }
}
