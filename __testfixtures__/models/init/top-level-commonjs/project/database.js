const { Sequelize } = require('sequelize')

module.exports = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })
