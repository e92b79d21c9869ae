const { Sequelize } = require('sequelize')

exports.sequelize = new Sequelize({ dialect: 'postgres', define: { paranoid: true } })
exports.Visit = require('./visit')
