exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.dropAllTables()
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
