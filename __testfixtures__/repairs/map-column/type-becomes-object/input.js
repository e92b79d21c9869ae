module.exports = (sequelize, types) =>
  sequelize.define('Session', {
    token: types.STRING(20),
    deletedAt: types.DATE(6), // soft delete
  }, { paranoid: true })
