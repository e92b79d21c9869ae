module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    deletedAt: { type: DataTypes.DATE },
    gone: { type: DataTypes.DATE, field: 'deletedAt' },
  }, { paranoid: true })
