'use strict'
const { Model } = require('sequelize')

module.exports = (sequelize, DataTypes) => {
  class Visit extends Model {
    static associate(models) {}
  }
  Visit.init({ reason: DataTypes.STRING }, { sequelize, modelName: 'Visit', paranoid: true })
  return Visit
}
