const stamps = require('./shared/stamps')

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    ...stamps(DataTypes),
    deletedAt: { type: DataTypes.DATE, field: 'deleted_at' },
  }, { paranoid: true })
