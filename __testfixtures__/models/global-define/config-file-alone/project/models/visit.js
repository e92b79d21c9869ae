module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING })
