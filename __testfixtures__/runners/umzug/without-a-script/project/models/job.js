module.exports = (sequelize, DataTypes) =>
  sequelize.define('Job', { title: DataTypes.STRING }, { tableName: 'jobs', paranoid: true })
