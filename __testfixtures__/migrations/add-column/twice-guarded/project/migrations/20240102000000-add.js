exports.up = async (queryInterface, Sequelize) => {
  const table = await queryInterface.describeTable('users')
  if (!table.deletedAt) await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
}
