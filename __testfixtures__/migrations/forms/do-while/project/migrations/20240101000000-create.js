exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  let again = false
  do {
    await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  } while (again)
}
