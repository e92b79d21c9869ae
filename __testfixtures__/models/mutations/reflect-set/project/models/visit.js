const options = { tableName: 'visit' }
Reflect.set(options, 'paranoid', true)

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
