const base = { underscored: true }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, Object.assign(base, { paranoid: true }))
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...base })
}
