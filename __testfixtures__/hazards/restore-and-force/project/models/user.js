module.exports = (sequelize, DataTypes) =>
  sequelize.define('User', { email: DataTypes.STRING }, { tableName: 'users', paranoid: true })
