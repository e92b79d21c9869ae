module.exports = (sequelize, DataTypes) => sequelize.define('Quay', { place: DataTypes.STRING })
