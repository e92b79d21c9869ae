const options = require('@acme/clinic-options')

module.exports = (sequelize, DataTypes) =>
  sequelize.define('Visit', { reason: DataTypes.STRING }, process.env.HARD ? {} : options.soft)
