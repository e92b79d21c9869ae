module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    deleted_at: DataTypes.DATE,
  }, { paranoid: true, underscored: true })
