module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define(
    'Session',
    {
      token: DataTypes.STRING,
      // Set when the session was deleted.
      deletedAt: {
        type: DataTypes.DATE,
        allowNull: true,
      },
      // who made it
      userId: DataTypes.INTEGER,
    },
    { paranoid: true },
  )
  return Session
}
