module.exports = (sequelize, DataTypes, options) => sequelize.define('Room', { reason: DataTypes.STRING }, options)
