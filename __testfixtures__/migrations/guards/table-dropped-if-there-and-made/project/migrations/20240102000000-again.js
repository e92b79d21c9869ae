exports.up = async (queryInterface, Sequelize) => {
  const tables = await queryInterface.showAllTables()
  if (tables.includes('users')) await queryInterface.dropTable('users')
  await queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    deleted_at: Sequelize.DATE,
  })
}
