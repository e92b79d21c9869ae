const { softOptions } = require('@acme/sequelize-options')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...softOptions, tableName: 'visit' })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: true, ...softOptions })
}
