module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    deletedAt: { type: DataTypes.DATE, field: 'removed' },
  }, { paranoid: true })
