const { DataTypes } = require('sequelize')
const sequelize = require('../database')

module.exports = sequelize.define('Session', { token: DataTypes.STRING }, { deletedAt: 'deleted_at' })
