exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const columns = await queryInterface.describeTable('users')
  columns.deletedAt || (await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE))
}
