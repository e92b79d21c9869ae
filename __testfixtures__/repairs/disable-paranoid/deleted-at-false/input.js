module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {}, { paranoid: true, deletedAt: false })
