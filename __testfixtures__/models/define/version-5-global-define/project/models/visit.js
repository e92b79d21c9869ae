module.exports = function (sequelize, DataTypes) {
  return sequelize.define('APIVisit', { reason: DataTypes.STRING })
}
