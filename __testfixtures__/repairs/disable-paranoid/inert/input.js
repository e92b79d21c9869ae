module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { deletedAt: DataTypes.DATE }, { paranoid: true, timestamps: false })
