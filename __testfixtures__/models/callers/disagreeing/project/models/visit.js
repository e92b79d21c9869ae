module.exports = (sequelize, DataTypes, paranoid) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid })
