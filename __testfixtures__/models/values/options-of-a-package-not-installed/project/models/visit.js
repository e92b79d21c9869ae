const { softOptions, table } = require('@acme/sequelize-options')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, softOptions)
  sequelize.define('Room', { reason: DataTypes.STRING }, table('room'))
}
