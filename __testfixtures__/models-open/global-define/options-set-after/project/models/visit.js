const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
sequelize.options.define.paranoid = true

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
