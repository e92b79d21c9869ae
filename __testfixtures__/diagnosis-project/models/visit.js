module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { day: DataTypes.DATEONLY }, { tableName: 'visits', paranoid: true })
