module.exports = (sequelize, types) =>
  sequelize.define('Session', {
    token: types.STRING(20),
    deletedAt: { type: types.DATE(6), field: 'deleted_at' }, // soft delete
  }, { paranoid: true })
