const { Sequelize, DataTypes } = require('sequelize')
const { makeModel } = require('../database/make-model')
const sequelize = new Sequelize({ dialect: 'postgres' })

exports.Visit = makeModel(sequelize, 'Visit', { reason: DataTypes.STRING }, { tableName: 'visit' })
exports.Room = makeModel(sequelize, 'Room', { floor: DataTypes.INTEGER }, { paranoid: false })
