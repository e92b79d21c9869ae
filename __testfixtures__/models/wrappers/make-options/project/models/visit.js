const { Model } = require('sequelize')
const makeModelOptions = require('../database/options')

module.exports = (sequelize, DataTypes) => {
  class Visit extends Model {}
  Visit.init({ reason: DataTypes.STRING }, makeModelOptions(sequelize, 'visit'))
  class Room extends Model {}
  Room.init({ floor: DataTypes.INTEGER }, makeModelOptions(sequelize, 'room', { soft: false }))
  return Visit
}
