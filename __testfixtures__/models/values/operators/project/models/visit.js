const bits = 0b101
const n = 7

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: Boolean(bits & 1) })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: 'paranoid' in { paranoid: 1 } })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: n ** 2 > 40 })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: [] instanceof Array })
}
