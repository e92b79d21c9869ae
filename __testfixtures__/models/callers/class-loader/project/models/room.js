module.exports = (sequelize, DataTypes, options) =>
  sequelize.define('Room', { floor: DataTypes.INTEGER }, Object.assign({ tableName: 'room' }, options))
