const base = { paranoid: true }

module.exports = (sequelize, DataTypes) => {
  const options = Object.create(base)
  options.tableName = 'visit'
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
}
