const { DataTypes } = require('sequelize')
module.exports = require('../database/archive').define('OldVisit', { reason: DataTypes.STRING })
