const { DataTypes, Sequelize } = require('sequelize')
const options = require('./options.cjs')
module.exports = new Sequelize({ dialect: 'postgres' }).define('Room', { reason: DataTypes.STRING }, { ...options })
