const base = { paranoid: true }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, Object.assign({}, base, { tableName: 'visit' }))
  sequelize.define('Room', { reason: DataTypes.STRING }, Object.assign({ paranoid: false }, base, undefined))
  sequelize.define('Bed', { reason: DataTypes.STRING }, Object.assign({}, base, { paranoid: false }))
  sequelize.define('Ward', { reason: DataTypes.STRING }, Object.assign({}, base, { paranoid: undefined }))
}
