const { DataTypes } = require('sequelize')

module.exports = global.sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
