const { Sequelize, DataTypes } = require('sequelize')
const main = new Sequelize('db', 'user', 'pass', { dialect: 'postgres', define: { paranoid: true } })
const archive = new Sequelize('old', 'user', 'pass', { dialect: 'postgres', schema: 'archive' })

exports.Visit = main.define('Visit', { reason: DataTypes.STRING })
exports.OldVisit = archive.define('OldVisit', { reason: DataTypes.STRING })
