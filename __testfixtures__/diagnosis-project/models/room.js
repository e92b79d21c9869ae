module.exports = (sequelize, DataTypes) =>
  sequelize.define('Room', { name: DataTypes.STRING }, { tableName: 'rooms', paranoid: true, deletedAt: 'removed_at' })
