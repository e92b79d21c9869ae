'use strict'

module.exports = (sequelize, DataTypes) => {
  const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })
  Visit.associate = (models) => {
    Visit.belongsTo(models.Patient)
  }
  return Visit
}
