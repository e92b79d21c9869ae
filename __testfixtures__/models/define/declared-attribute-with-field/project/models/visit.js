module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'Visit',
    { reason: DataTypes.STRING, deletedAt: { type: DataTypes.DATE, field: 'delete_time' } },
    { paranoid: true, underscored: true },
  )
