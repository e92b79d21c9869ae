const settings = require('config').get('models')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...settings.visit })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: true, ...settings.bed })
}
