module.exports = (sequelize, DataTypes) => sequelize.define('Boat', { name: DataTypes.STRING })
