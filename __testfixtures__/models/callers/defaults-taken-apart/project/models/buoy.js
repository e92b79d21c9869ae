module.exports = (sequelize, DataTypes, options) => {
  const { makeParanoid = false, prefix = 'sea_' } = options
  return sequelize.define('Buoy', { light: DataTypes.STRING }, { paranoid: makeParanoid, tableName: `${prefix}buoys` })
}
