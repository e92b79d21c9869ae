const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

const Visit = class extends Model {}
Visit.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })
exports.Visit = Visit
exports.Room = class extends Model {}.init({ floor: DataTypes.INTEGER }, { sequelize, modelName: 'Room', paranoid: true })
