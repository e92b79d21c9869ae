exports.up = async (queryInterface) => {
  for (const table of ['users', 'posts']) {
    const columns = await queryInterface.describeTable(table)
    if (!columns.legacy) continue
    await queryInterface.removeColumn(table, 'deletedAt')
  }
}
