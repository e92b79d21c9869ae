module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', {
    token: DataTypes.STRING,
  }, { "paranoid": false })
  const User = sequelize.define('User', {}, { paranoid: true })
  return { Session, User }
}
