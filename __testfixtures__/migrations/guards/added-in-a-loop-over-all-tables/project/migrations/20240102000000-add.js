exports.up = async (queryInterface, Sequelize) => {
  const tables = await queryInterface.showAllTables()
  for (const table of tables) {
    if (/meta/i.test(table)) continue
    await queryInterface.addColumn(table, 'removed_at', Sequelize.DATE)
  }
}
