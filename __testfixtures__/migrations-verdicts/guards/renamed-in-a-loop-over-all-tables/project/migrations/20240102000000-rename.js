exports.up = async (queryInterface) => {
  const tables = await queryInterface.showAllTables()
  await Promise.all(
    tables.map(async (table) => {
      const columns = await queryInterface.describeTable(table)
      if (columns.deletedAt) await queryInterface.renameColumn(table, 'deletedAt', 'deleted_at')
    }),
  )
}
