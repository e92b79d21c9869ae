module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    deletedAt: DataTypes.DATE,
  }, {
    paranoid: true,
  })
