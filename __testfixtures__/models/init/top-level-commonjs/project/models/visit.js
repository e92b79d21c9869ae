const { DataTypes, Model } = require('sequelize')
const sequelize = require('../database')

class Visit extends Model {}

Visit.init({ reason: DataTypes.STRING }, { sequelize, modelName: 'visit', paranoid: true })

module.exports = Visit
