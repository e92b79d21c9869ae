const source = { soft: true, table: 'visit' }
const options = {}
;({ soft: options.paranoid, table: options.tableName } = source)
;[options.deletedAt] = ['gone']

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
