const flag = '1'

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: flag == 1 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: flag != 1 })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: '' == 0 })
}
