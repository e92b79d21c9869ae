module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define(
    'Session',
    { title: DataTypes.STRING },
    {
      tableName: 'sessions',
      paranoid: true,
      defaultScope: { where: { deletedAt: null } },
      scopes: { gone: { attributes: ['deletedAt'] } },
      indexes: [{ unique: true, fields: ['title'], where: { deletedAt: null } }],
    },
  )
  Session.addScope('old', { order: ['deletedAt'] })
  Session.prototype.isGone = function () {
    return this.deletedAt !== null
  }
  return Session
}
