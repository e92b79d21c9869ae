const { Sequelize, DataTypes, Model } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const original = Model.init
Model.init = function (attributes, options) {
  return original.call(this, attributes, { paranoid: true, ...options })
}

class Visit extends Model {}
Visit.init({ reason: DataTypes.STRING }, { sequelize })
module.exports = Visit
