const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL)

exports.Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
