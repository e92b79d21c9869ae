module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, hostOptions('visit'))
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: hostOptions.soft })
}
