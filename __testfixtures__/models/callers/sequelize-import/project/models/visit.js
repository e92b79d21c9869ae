module.exports = function (sequelize, DataTypes) {
  var Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { underscored: true })
  return Visit
}
