exports.up = async (queryInterface, Sequelize) => {
  const tables = await queryInterface.showAllTables()
  if (!tables.includes('users')) {
    await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  } else {
    await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  }
}
