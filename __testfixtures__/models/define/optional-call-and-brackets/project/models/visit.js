const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })

exports.Visit = sequelize?.define?.('Visit', { reason: DataTypes.STRING }, { paranoid: true })
exports.Room = sequelize['define']('Room', { floor: DataTypes.INTEGER }, { paranoid: true })
exports.Bed = sequelize.define.call(sequelize, 'Bed', { n: DataTypes.INTEGER }, { paranoid: true })
const make = sequelize.define.bind(sequelize)
exports.Ward = make('Ward', { n: DataTypes.INTEGER }, { paranoid: true })
