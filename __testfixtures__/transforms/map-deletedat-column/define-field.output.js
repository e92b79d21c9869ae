module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', {
    token: DataTypes.STRING,
    deletedAt: { type: DataTypes.DATE, field: 'deleted_at' },
  }, { "paranoid": true })
  const User = sequelize.define('User', {}, { paranoid: true, deletedAt: 'deleted_at' })
  return { Session, User }
}
