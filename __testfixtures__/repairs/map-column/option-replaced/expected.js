module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { token: DataTypes.STRING }, {
    paranoid: true,
    deletedAt: "removed_at"
  })
