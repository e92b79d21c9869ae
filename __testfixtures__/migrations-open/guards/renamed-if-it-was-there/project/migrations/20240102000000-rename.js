exports.up = async (queryInterface) => {
  const tables = await queryInterface.showAllTables()
  if (tables.includes('nothing')) await queryInterface.renameTable('users', 'members')
}
