const flags = Object.fromEntries(Array.from({ length: 30 }, (_, index) => ['table' + index, index % 2 === 0]))

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: flags.table4 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: flags.table5 })
}
