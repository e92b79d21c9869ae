const Sequelize = require('sequelize')
const { database } = require('../config')

const sequelize = new Sequelize('clinic', 'u', 'p', database)
module.exports = { sequelize, Visit: require('./visit')(sequelize, Sequelize.DataTypes) }
