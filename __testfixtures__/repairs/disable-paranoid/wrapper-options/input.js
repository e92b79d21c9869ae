const { modelOptions } = require('./shared/options')

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { token: DataTypes.STRING }, modelOptions(sequelize, 'sessions'))
