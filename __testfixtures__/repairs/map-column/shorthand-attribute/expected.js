module.exports = (sequelize, DataTypes) => {
  const deletedAt = { type: DataTypes.DATE }
  return sequelize.define('Session', { deletedAt: { ...deletedAt, field: 'deleted_at' } }, { paranoid: true })
}
