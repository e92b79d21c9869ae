module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.createTable('Stalls', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      deletedAt: Sequelize.DATE,
    }),
  down: (queryInterface) => queryInterface.dropTable('Stalls'),
}
