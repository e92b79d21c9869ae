module.exports = (sequelize, DataTypes) => {
  const options = { tableName: 'visit' }
  options.paranoid = true
  options['deletedAt'] = 'gone'
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
  options.paranoid = false
}
