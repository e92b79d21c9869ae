const { DataTypes, Sequelize } = require('sequelize')
const main = new Sequelize({ dialect: 'postgres' })
const archive = new Sequelize({ dialect: 'postgres' })
archive.addHook('beforeDefine', (attributes, options) => {
  options.paranoid = true
})

exports.Visit = main.define('Visit', { reason: DataTypes.STRING })
exports.OldVisit = archive.define('OldVisit', { reason: DataTypes.STRING })
