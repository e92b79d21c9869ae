exports.up = async (queryInterface, Sequelize) => {
  const tables = await queryInterface.showAllTables()
  if (tables.includes('users')) await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
}
