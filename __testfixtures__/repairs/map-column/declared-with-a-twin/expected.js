module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    deletedAt: { type: DataTypes.DATE, field: 'deleted_at' },
    gone: { type: DataTypes.DATE, field: 'deleted_at' },
  }, { paranoid: true })
