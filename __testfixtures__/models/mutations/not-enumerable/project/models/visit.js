const options = { tableName: 'visit' }
Object.defineProperty(options, 'paranoid', { value: true })

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
