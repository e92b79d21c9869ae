module.exports = (sequelize, DataTypes) =>
  sequelize.define('Pear', { ripe: DataTypes.BOOLEAN }, { paranoid: true })
