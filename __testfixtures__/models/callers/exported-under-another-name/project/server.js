const { DataTypes } = require('sequelize')
const { register } = require('./models/buoy')

exports.start = (sequelize) => {
  register(sequelize, DataTypes, true)
}
