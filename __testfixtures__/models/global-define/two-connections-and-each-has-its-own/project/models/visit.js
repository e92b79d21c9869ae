const { DataTypes } = require('sequelize')
module.exports = require('../database/main').define('Visit', { reason: DataTypes.STRING })
