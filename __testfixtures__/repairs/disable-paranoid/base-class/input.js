const { DataTypes } = require('sequelize')
const BaseModel = require('./shared/base')

class Session extends BaseModel {
  static setup(sequelize) {
    return super.init({ token: DataTypes.STRING }, { sequelize, tableName: 'sessions' })
  }
}
module.exports = Session
