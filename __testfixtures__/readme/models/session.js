const { DataTypes, Model } = require('sequelize')
const sequelize = require('../database')

class Session extends Model {}

Session.init({ title: DataTypes.STRING }, { sequelize, tableName: 'sessions', paranoid: true })

module.exports = Session
