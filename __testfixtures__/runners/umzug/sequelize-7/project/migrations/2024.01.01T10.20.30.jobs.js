const { DataTypes } = require('@sequelize/core')

exports.up = ({ context }) =>
  context.createTable('jobs', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    createdAt: DataTypes.DATE,
    updatedAt: DataTypes.DATE,
  })

exports.down = ({ context }) => context.dropTable('jobs')
