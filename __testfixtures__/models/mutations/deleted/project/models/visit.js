const options = { paranoid: true, underscored: true }
delete options.paranoid

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...options })
  const { underscored, ...rest } = { ...options, paranoid: true }
  sequelize.define('Room', { reason: DataTypes.STRING }, rest)
}
