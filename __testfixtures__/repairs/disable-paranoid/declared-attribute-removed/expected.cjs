module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define(
    'Session',
    {
      token: DataTypes.STRING,
      // who made it
      userId: DataTypes.INTEGER,
    },
    { paranoid: false },
  )
  return Session
}
