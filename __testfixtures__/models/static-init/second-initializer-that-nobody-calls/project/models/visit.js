const { DataTypes, Model, Sequelize } = require('sequelize')

class Visit extends Model {
  static initForTests(sequelize) {
    return this.init({ reason: DataTypes.STRING }, { sequelize, paranoid: false, tableName: 'test_visits' })
  }
}

Visit.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }), paranoid: true })
module.exports = Visit
