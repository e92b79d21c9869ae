exports.up = async (queryInterface) => {
  const tables = await queryInterface.showAllTables()
  if (tables.includes('users')) await queryInterface.dropTable('users')
}
