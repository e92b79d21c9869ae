let soft = true

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: soft })

soft = false
