const { DataTypes } = require('sequelize')

exports.attributes = {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  removedAt: { type: DataTypes.DATE, field: 'removed_at' },
}
