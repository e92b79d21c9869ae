module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    deleted_at: { type: DataTypes.DATE },
  }, { paranoid: true, tableName: 'sessions' })
