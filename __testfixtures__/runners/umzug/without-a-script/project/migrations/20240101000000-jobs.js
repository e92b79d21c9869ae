const { DataTypes } = require('sequelize')

module.exports = {
  up: (queryInterface) =>
    queryInterface.createTable('jobs', {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      title: DataTypes.STRING,
      createdAt: DataTypes.DATE,
      updatedAt: DataTypes.DATE,
    }),
  down: (queryInterface) => queryInterface.dropTable('jobs'),
}
