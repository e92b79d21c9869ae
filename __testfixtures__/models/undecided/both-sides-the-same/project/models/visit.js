const options = process.env.A ? { paranoid: true, tableName: 'visit' } : { tableName: 'visit', paranoid: 1 }

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
