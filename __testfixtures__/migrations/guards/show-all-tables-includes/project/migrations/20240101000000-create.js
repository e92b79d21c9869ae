exports.up = async (queryInterface, Sequelize) => {
  const tables = await queryInterface.showAllTables()
  if (!tables.includes('users')) {
    await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  }
  if (!tables.includes('posts'))
    await queryInterface.createTable('posts', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      deletedAt: Sequelize.DATE,
    })
}
