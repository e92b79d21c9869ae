const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize('db', 'u', 'p', { dialect: 'postgres', schema: 'clinic', define: { deletedAt: 'gone', paranoid: true } })

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
exports.Room = sequelize.define('Room', { reason: DataTypes.STRING, gone: { type: DataTypes.DATE, field: 'gone_on' } }, { schema: 'house' })
