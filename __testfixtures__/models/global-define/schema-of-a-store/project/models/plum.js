module.exports = (sequelize, DataTypes) => sequelize.define('Plum', { ripe: DataTypes.BOOLEAN })
