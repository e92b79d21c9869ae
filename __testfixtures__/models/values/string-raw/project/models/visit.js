module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true, tableName: String.raw`visits_2` })
