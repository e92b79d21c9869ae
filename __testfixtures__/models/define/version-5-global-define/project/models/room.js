module.exports = function (sequelize, DataTypes) {
  return sequelize.define('Room', { floor: DataTypes.INTEGER }, { paranoid: null })
}
