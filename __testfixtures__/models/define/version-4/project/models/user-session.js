module.exports = function (sequelize, DataTypes) {
  return sequelize.define('UserSession', { reason: DataTypes.STRING }, { underscored: true, paranoid: true })
}
