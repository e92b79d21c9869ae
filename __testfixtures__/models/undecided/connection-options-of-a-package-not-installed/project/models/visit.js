const { DataTypes, Sequelize } = require('sequelize')
const options = require('@acme/clinic-options')
const sequelize = new Sequelize(options)

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
