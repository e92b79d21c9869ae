module.exports = (sequelize, DataTypes) => {
  const shared = { paranoid: true }
  sequelize.define('Visit', { reason: DataTypes.STRING }, shared)
  sequelize.define('Room', { reason: DataTypes.STRING }, shared)
  sequelize.define('Bed', { reason: DataTypes.STRING }, { ...shared, paranoid: false })
}
