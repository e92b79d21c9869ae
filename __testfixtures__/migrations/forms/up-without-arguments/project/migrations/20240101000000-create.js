const { DataTypes } = require('sequelize')
const { sequelize } = require('../db')

const queryInterface = sequelize.getQueryInterface()

module.exports.up = async () => {
  await queryInterface.createTable('users', { id: { type: DataTypes.INTEGER, primaryKey: true } })
  await queryInterface.addColumn('users', 'deletedAt', DataTypes.DATE)
}
