module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING
  }, { paranoid: true, underscored: true, deletedAt: 'deletedat' })
