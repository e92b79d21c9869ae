const { DataTypes } = require('sequelize')
const { sequelize } = require('../database')

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
exports.Room = sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: false })
exports.Bed = sequelize.define('Bed', { reason: DataTypes.STRING }, { timestamps: false, freezeTableName: false })
exports.Ward = sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: undefined, underscored: false })
