const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
sequelize.addHook('beforeDefine', (attributes, options) => {
  options.paranoid = true
})

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
