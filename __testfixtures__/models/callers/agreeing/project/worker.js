const { Sequelize, DataTypes } = require('sequelize')
const flags = { soft: 1 === 1 }
require('./models/visit')(new Sequelize({ dialect: 'postgres' }), DataTypes, flags)
