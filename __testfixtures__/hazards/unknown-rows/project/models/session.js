module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
