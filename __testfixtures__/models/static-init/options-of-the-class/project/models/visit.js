const { DataTypes, Model } = require('sequelize')

class Visit extends Model {
  static schema = { reason: DataTypes.STRING }
  static options = { paranoid: true, tableName: 'visit' }

  static init(sequelize) {
    return super.init(this.schema, { ...this.options, sequelize })
  }
}

module.exports = Visit
