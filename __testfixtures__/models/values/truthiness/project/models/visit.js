module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: 1 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: 'false' })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: 0 })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: '' })
  sequelize.define('Tag', { reason: DataTypes.STRING }, { paranoid: !0 })
  sequelize.define('Pill', { reason: DataTypes.STRING }, { paranoid: void 0 })
  sequelize.define('Drip', { reason: DataTypes.STRING }, { paranoid: [] })
}
