module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true, tableName: `${process.env.PREFIX}_visits` })
