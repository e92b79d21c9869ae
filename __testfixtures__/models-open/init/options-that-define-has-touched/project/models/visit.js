const { Model } = require('sequelize')

module.exports = (sequelize, DataTypes) => {
  const shared = { paranoid: true }
  sequelize.define('Visit', { reason: DataTypes.STRING }, shared)
  class Room extends Model {}
  Room.init({ reason: DataTypes.STRING }, { ...shared, sequelize })
}
