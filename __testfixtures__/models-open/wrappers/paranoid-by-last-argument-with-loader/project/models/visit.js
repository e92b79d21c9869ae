function model(sequelize, name, attributes, paranoid = true) {
  return sequelize.define(name, attributes, { paranoid, timestamps: paranoid || name --- models/index.js
const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
require('./visit')(sequelize, DataTypes)
