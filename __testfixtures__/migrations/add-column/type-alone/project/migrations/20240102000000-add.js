const { DataTypes } = require('sequelize')

exports.up = async (queryInterface) => {
  await queryInterface.addColumn('users', 'deletedAt', DataTypes.DATE)
  await queryInterface.addColumn('users', 'removed_at', DataTypes.DATE(3))
}
