module.exports = (sequelize, DataTypes) =>
  sequelize.define('User', { deleted_at: DataTypes.DATE }, { paranoid: true })
