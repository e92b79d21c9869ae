module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: process.arch.length > 2 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: process.version >= 'v18' })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: process.pid !== undefined })
}
