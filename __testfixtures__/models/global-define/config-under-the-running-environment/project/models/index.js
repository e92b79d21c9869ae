const Sequelize = require('sequelize')
const environment = process.env.NODE_ENV || 'development'
const config = require(__dirname + '/../config/database.js')[environment]

const sequelize = new Sequelize(config.database, config.username, config.password, config)
module.exports = { sequelize, Visit: require('./visit')(sequelize, Sequelize.DataTypes) }
