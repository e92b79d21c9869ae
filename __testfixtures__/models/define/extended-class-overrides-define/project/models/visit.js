const { DataTypes } = require('sequelize')
const clinic = require('./database')

module.exports = clinic.define('Visit', { reason: DataTypes.STRING }, { tableName: 'visit' })
