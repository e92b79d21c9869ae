const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL, {
  ...(process.env.PG_SSL && { dialectOptions: { ssl: true } }),
  define: { paranoid: true, ...(process.env.SNAKE ? { freezeTableName: false } : {}) },
})

module.exports = sequelize.define('Visit', { reason: DataTypes.STRING })
