module.exports = (sequelize, DataTypes) => sequelize.define('ClinicVisit', { reason: DataTypes.STRING })
