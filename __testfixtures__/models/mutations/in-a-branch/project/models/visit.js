const options = { tableName: 'visit' }
if (process.env.SOFT) {
  options.paranoid = true
}

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, { ...options })
