const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
if (process.env.SOFT) {
  sequelize.addHook('beforeDefine', (attributes, options) => {
    Object.assign(options, { paranoid: true, tableName: 'soft_visits' })
  })
}

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING })
