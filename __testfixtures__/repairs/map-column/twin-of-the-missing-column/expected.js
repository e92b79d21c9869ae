module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    deleted_at: { type: DataTypes.DATE, field: 'deletedAt' },
  }, { paranoid: true, underscored: true, deletedAt: 'deleted_at' })
