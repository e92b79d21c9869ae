const { DataTypes } = require('sequelize')
const Database = require('../database')

exports.Visit = Database.get().define('Visit', { reason: DataTypes.STRING })
