const { table } = require('./helper')
exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
