module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    removedOn: { type: DataTypes.DATE, field: 'deleted_at' },
    deletedAt: DataTypes.DATE,
  }, { paranoid: true, tableName: 'sessions' })
