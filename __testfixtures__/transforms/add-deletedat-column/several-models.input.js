module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', {
    token: DataTypes.STRING,
    deletedAt: DataTypes.DATE,
  }, { "paranoid": true })
  const User = sequelize.define('User', {}, { paranoid: true })
  return { Session, User }
}
