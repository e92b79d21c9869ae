module.exports = (sequelize, DataTypes) => {
  const deletedAt = { type: DataTypes.DATE }
  return sequelize.define('Session', { deletedAt }, { paranoid: true })
}
