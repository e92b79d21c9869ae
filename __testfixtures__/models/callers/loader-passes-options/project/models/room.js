module.exports = (sequelize, DataTypes, { underscored }) =>
  sequelize.define('Room', { floor: DataTypes.INTEGER }, { underscored, paranoid: false })
