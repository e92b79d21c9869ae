const _ = require('lodash')

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, _.set({ paranoid: true }, 'deletedAt', 'gone'))
