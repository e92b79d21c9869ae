module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { token: DataTypes.STRING }, { paranoid: true, deletedAt: 'deleted\'); drop(\'\\\n\u2028"at' })
