module.exports = function (sequelize, tableName, { soft = true } = {}) {
  const options = { sequelize, tableName }
  if (soft) {
    options.paranoid = true
    options.deletedAt = 'deleted_on'
  }
  return options
}
