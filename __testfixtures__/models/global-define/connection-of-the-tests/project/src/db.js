const { DataTypes, Sequelize } = require('sequelize')

const sequelize = new Sequelize('harbour', 'u', 'p', {
  dialect: 'postgres',
  define: { paranoid: true, underscored: true },
})

const wanted = (process.env.MODELS || 'crate').split(',')
for (const name of wanted) require(`../models/${name}`)(sequelize, DataTypes)

module.exports = sequelize
