module.exports = (sequelize, DataTypes) => {
  if (false) {
    sequelize.define('Ghost', { reason: DataTypes.STRING }, { paranoid: true })
  }
  return sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
  sequelize.define('Late', { reason: DataTypes.STRING }, { paranoid: true })
}
