module.exports = (sequelize, DataTypes) => sequelize.define('Berth', { deck: DataTypes.INTEGER })
