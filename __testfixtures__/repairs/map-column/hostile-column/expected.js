module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { token: DataTypes.STRING, deletedAt: { type: DataTypes.DATE, field: 'deleted\'); drop(\'\\\n\u2028"at' } }, { paranoid: true })
