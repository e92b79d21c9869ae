const byFlag = { true: { paranoid: true }, 1: { paranoid: true, deletedAt: 'one' }, null: { tableName: 'n' } }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, byFlag[true])
  sequelize.define('Room', { reason: DataTypes.STRING }, byFlag[3 - 2])
  sequelize.define('Bed', { reason: DataTypes.STRING }, { ...byFlag[null] })
}
