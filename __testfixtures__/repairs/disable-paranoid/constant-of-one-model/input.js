const SOFT = { paranoid: true }

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { token: DataTypes.STRING }, { ...SOFT, tableName: 'sessions' })
