module.exports = (table, column = 'deletedAt') => ({
  up: (queryInterface, Sequelize) => queryInterface.addColumn(table, column, { type: Sequelize.DATE }),
  down: (queryInterface) => queryInterface.removeColumn(table, column),
})
