const { Sequelize, DataTypes } = require('sequelize')
const settings = require('../config/settings')

const byNode = settings[process.env.NODE_ENV || 'development']
const byStage = settings[process.env.STAGE]
const first = new Sequelize('ferry', 'crew', 'secret', byNode)
const second = new Sequelize('ferry', 'crew', 'secret', byStage)

module.exports = { Trip: require('./trip')(first, DataTypes), Berth: require('./berth')(second, DataTypes) }
