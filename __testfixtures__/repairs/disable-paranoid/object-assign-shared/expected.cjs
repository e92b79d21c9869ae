const { soft } = require('./shared/soft.cjs')

module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'Session',
    { token: DataTypes.STRING },
    Object.assign({ tableName: 'sessions' }, soft, { paranoid: false }),
  )
