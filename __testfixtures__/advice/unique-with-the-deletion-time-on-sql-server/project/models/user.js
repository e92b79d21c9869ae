module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'User',
    { email: DataTypes.STRING, deletedAt: { type: DataTypes.DATE, field: 'gone_at' } },
    { tableName: 'users', paranoid: true, indexes: [{ unique: true, fields: ['email', 'deletedAt'] }] },
  )
