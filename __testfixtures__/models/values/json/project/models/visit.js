const settings = require('./settings.json')
const { models: { room } } = require('./settings')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, settings.models.visit)
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...room })
}
