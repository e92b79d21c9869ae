module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {}, { paranoid: false, deletedAt: false })
