exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  process.once('SIGINT', () => queryInterface.removeColumn('users', 'deletedAt'))
}
