const Sequelize = require('sequelize')

class Visit extends Sequelize.Model {
  static init(sequelize, DataTypes) {
    super.init(
      { reason: DataTypes.STRING(20) },
      { sequelize, modelName: 'visit', underscored: true, paranoid: true, timestamps: true },
    )
    return this
  }
}

module.exports = Visit
