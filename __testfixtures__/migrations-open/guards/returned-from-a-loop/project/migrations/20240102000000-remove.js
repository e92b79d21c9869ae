exports.up = async (queryInterface) => {
  const columns = await queryInterface.describeTable('users')
  for (const name of ['a', 'b']) {
    if (!columns[name]) return
  }
  await queryInterface.removeColumn('users', 'deletedAt')
}
