module.exports = {
  up: (queryInterface) => queryInterface.removeColumn('users', 'deletedAt'),
  down: (queryInterface, Sequelize) => queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE),
}
