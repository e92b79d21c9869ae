const { Sequelize, DataTypes } = require('sequelize')
const options = require('../options')
options.paranoid = false
require('./visit')(new Sequelize({ dialect: 'postgres' }), DataTypes)
