const { DataTypes, Model } = require('sequelize')

class Visit extends Model {
  static init(connection) {
    super.init({ reason: DataTypes.STRING }, { sequelize: connection })
    return this
  }
}

module.exports = Visit
