const options = { paranoid: true, underscored: true }

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
