const deepmerge = require('deepmerge')
const base = { paranoid: true, indexes: [{ fields: ['reason'] }] }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, deepmerge(base, { tableName: 'visit' }))
  sequelize.define('Room', { reason: DataTypes.STRING }, deepmerge(base, { paranoid: undefined }))
  sequelize.define('Bed', { reason: DataTypes.STRING }, deepmerge.all([base, { paranoid: false }, { tableName: 'bed' }]))
}
