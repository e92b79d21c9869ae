const glob = require('glob')
const path = require('path')
const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

glob.sync(path.join(__dirname, '*.model.js')).forEach((file) => require(file)(sequelize, DataTypes, { paranoid: true }))
