const { SoftModel } = require('@acme/soft-model')
const { DataTypes } = require('sequelize')
const sequelize = require('../database')

class Visit extends SoftModel {}
Visit.init({ reason: DataTypes.STRING }, { sequelize, tableName: 'visit' })
