module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    removedOn: { type: DataTypes.DATE, field: 'deleted_at' },
  }, { paranoid: true, tableName: 'sessions', deletedAt: 'removedOn' })
