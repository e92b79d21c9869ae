const { Sequelize, DataTypes } = require('sequelize')
const define = Sequelize.prototype.define
Sequelize.prototype.define = function (name, attributes, options) {
  return define.call(this, name, attributes, { paranoid: true, ...options })
}

module.exports = new Sequelize({ dialect: 'postgres' }).define('Visit', { reason: DataTypes.STRING })
