exports.up = async (queryInterface) => {
  for (const table of await queryInterface.showAllTables())
    await queryInterface.removeColumn(table, 'deletedAt')
}
