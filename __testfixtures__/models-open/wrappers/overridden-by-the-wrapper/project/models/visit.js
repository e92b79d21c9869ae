const define = require('../database/define')

module.exports = (sequelize, DataTypes) => define(sequelize, 'Visit', { reason: DataTypes.STRING }, { paranoid: true })
