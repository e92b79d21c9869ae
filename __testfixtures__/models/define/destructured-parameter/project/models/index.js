const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })
require('./visit')({ sequelize, DataTypes, soft: true })
