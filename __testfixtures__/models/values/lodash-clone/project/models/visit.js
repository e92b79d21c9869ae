const _ = require('lodash')
const base = { paranoid: true }

module.exports = (sequelize, DataTypes) => {
  const copy = _.cloneDeep(base)
  copy.paranoid = false
  const shallow = _.clone(base)
  shallow.tableName = 'shallow'
  sequelize.define('Visit', { reason: DataTypes.STRING }, base)
  sequelize.define('Room', { reason: DataTypes.STRING }, copy)
  sequelize.define('Bed', { reason: DataTypes.STRING }, shallow)
}
