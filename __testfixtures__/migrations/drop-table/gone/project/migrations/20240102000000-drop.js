module.exports = {
  up: (queryInterface) => queryInterface.dropTable('posts'),
  down: (queryInterface, Sequelize) => queryInterface.createTable('posts', { deletedAt: Sequelize.DATE }),
}
