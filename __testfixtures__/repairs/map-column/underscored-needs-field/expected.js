module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    deletedAt: { type: DataTypes.DATE, field: 'deletedAt' }
  }, { paranoid: true, underscored: true })
