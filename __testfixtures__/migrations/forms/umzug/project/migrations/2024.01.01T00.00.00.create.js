const { DataTypes } = require('sequelize')

exports.up = async ({ context: queryInterface }) => {
  await queryInterface.createTable('users', {
    id: { type: DataTypes.INTEGER, primaryKey: true },
    deletedAt: { type: DataTypes.DATE, allowNull: true },
  })
}
exports.down = async ({ context: queryInterface }) => {
  await queryInterface.dropTable('users')
}
