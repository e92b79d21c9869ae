const { soft, table } = require('../shared')

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft, ...table })
