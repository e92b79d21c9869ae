const { soft, named } = require('clinic-options')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft })
  sequelize.define('Room', { reason: DataTypes.STRING }, named('room'))
}
