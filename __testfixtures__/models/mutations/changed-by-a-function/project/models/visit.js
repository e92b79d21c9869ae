function soften(options) {
  options.paranoid = true
  return options
}
const harden = (options) => Object.assign(options, { paranoid: false })
const visit = { tableName: 'visit' }
const room = { paranoid: true }
soften(visit)
harden(room)

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, visit)
  sequelize.define('Room', { reason: DataTypes.STRING }, room)
}
