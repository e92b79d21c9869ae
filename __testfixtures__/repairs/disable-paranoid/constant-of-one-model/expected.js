const SOFT = { paranoid: false }

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { token: DataTypes.STRING }, { ...SOFT, tableName: 'sessions' })
