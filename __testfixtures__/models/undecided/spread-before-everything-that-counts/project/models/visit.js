const settings = require('config').get('models')

module.exports = (sequelize, DataTypes) => {
  sequelize.define(
    'Visit',
    { reason: DataTypes.STRING },
    {
      ...settings.visit,
      paranoid: true,
      timestamps: true,
      deletedAt: 'gone',
      tableName: 'visits',
      schema: 'clinic',
      underscored: false,
    },
  )
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...settings.room, paranoid: false, tableName: 'room', schema: 'x' })
}
