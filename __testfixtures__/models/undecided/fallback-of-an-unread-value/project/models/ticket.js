const { optionsOf } = require('@acme/ferry-options')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Ticket', { seat: DataTypes.STRING }, { ...(optionsOf('Ticket') || { paranoid: false }) })
  sequelize.define('Refund', { sum: DataTypes.INTEGER }, { ...(optionsOf('Refund') ?? { paranoid: true }) })
}
