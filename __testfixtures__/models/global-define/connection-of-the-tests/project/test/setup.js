const { Sequelize } = require('sequelize')

module.exports = new Sequelize('harbour_test', 'root', '', { dialect: 'postgres' })
