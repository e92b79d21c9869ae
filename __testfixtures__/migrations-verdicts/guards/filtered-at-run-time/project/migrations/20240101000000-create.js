exports.up = async (queryInterface, Sequelize) => {
  for (const table of ['users', 'posts'])
    await queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true }, deletedAt: Sequelize.DATE })
}
