module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { schema: 'clinic', tableName: 'visit', paranoid: true })
