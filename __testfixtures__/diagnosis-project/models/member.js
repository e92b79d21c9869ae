module.exports = (sequelize, DataTypes) =>
  sequelize.define('Member', { email: DataTypes.STRING }, { tableName: 'members', paranoid: true })
