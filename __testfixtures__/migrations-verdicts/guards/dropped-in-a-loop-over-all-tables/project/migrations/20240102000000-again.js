exports.up = async (queryInterface, Sequelize) => {
  for (const table of await queryInterface.showAllTables()) await queryInterface.dropTable(table)
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
