const settings = { visit: { options: { paranoid: true } } }
const none = undefined

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...settings?.visit?.options })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: none?.visit.options.paranoid })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: settings.room?.['options'] ?? 1 })
}
