const { DataTypes } = require('@sequelize/core')

module.exports = (sequelize) => {
  sequelize.define('Focus', { reason: DataTypes.STRING }, { paranoid: true, name: { plural: 'foci', singular: 'focus' } })
  sequelize.define('Octopus', { arms: DataTypes.INTEGER }, { paranoid: true, underscored: true, deletedAt: 'eatenAt' })
}
