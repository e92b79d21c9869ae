module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', {
    token: DataTypes.STRING,
    removedOn: { type: DataTypes.DATE, field: 'deletedAt' }
  }, {
    paranoid: true
  })
