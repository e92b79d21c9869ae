module.exports = (sequelize, DataTypes) => {
  if (process.env.SOFT) {
    return sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
  }
  return sequelize.define('Visit', { reason: DataTypes.STRING }, {})
}
