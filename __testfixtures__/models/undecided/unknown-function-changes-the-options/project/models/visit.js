const { soften } = require('@acme/soften')
const options = { tableName: 'visit' }
soften(options)

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
