function check(options) {
  if (!options.tableName) throw new Error('a table, please')
  return options
}
let options = {}
try {
  options = { paranoid: false }
  options = check({ paranoid: true })
} catch (error) {
  options = { tableName: 'rescued' }
}

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
