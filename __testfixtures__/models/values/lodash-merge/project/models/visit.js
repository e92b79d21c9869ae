const _ = require('lodash')
const merge = require('lodash/merge')
const base = { paranoid: true, name: { singular: 'v' } }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, _.merge({}, base, { tableName: 'visit' }))
  sequelize.define('Room', { reason: DataTypes.STRING }, merge({}, base, { paranoid: undefined }))
  sequelize.define('Bed', { reason: DataTypes.STRING }, _.merge({}, base, { paranoid: false }))
  sequelize.define('Ward', { reason: DataTypes.STRING }, _.merge({}, base, { paranoid: null }))
}
