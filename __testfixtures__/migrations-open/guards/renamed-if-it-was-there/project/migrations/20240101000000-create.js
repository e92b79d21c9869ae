exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
  await queryInterface.createTable('marker', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
