async function renameIfThere(queryInterface, table, before, after) {
  const columns = await queryInterface.describeTable(table)
  if (columns[before] && !columns[after]) await queryInterface.renameColumn(table, before, after)
}

exports.up = async (queryInterface) => {
  await renameIfThere(queryInterface, 'users', 'deletedAt', 'deleted_at')
  await renameIfThere(queryInterface, 'posts', 'deletedAt', 'deleted_at')
}
