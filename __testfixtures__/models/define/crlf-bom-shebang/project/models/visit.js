module.exports = function (sequelize, DataTypes) {
  // paranoid: true
  return sequelize.define('Visit', { reason: DataTypes.STRING }, { /* paranoid: false */ paranoid: true })
}
