module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: false, paranoid: true })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: true, 'paranoid': false })
}
