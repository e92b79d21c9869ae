const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres', define: { paranoid: true } })
sequelize.options.define = { paranoid: false }

module.exports = sequelize.define('Visit', { reason: DataTypes.STRING })
