module.exports = (sequelize, DataTypes) =>
  sequelize.define('Apple', { ripe: DataTypes.BOOLEAN }, { paranoid: true })
