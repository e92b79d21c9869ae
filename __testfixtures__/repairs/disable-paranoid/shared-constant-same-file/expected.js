const soft = { paranoid: true, timestamps: true }

module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', { token: DataTypes.STRING }, {
    ...soft,
    tableName: 'sessions',
    paranoid: false
  })
  const User = sequelize.define('User', { name: DataTypes.STRING }, { ...soft })
  return { Session, User }
}
