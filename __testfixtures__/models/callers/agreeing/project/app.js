const { Sequelize, DataTypes } = require('sequelize')
require('./models/visit')(new Sequelize({ dialect: 'postgres' }), DataTypes, { soft: true })
