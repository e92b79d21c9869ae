const settings = require('config').get('models')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...settings.visit, paranoid: true, timestamps: true })
}
