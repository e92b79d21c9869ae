const stamps = require('./shared/stamps')

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    ...stamps(DataTypes),
  }, { paranoid: true })
