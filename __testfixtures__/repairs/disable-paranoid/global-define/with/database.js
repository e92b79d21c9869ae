const { Sequelize } = require('sequelize')
module.exports = new Sequelize('postgres://localhost/x', { define: { paranoid: true } })
