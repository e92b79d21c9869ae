module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define(
    'Session',
    { title: DataTypes.STRING },
    {
      tableName: 'sessions',
      paranoid: true,
      hooks: {
        beforeRestore(session) {
          session.title = 'back'
        },
      },
    },
  )
  Session.afterBulkRestore(() => {})
  Session.addHook('afterRestore', () => {})
  return Session
}
