exports.up = async (queryInterface, Sequelize) => {
  const columns = await queryInterface.describeTable('users').catch(() => null)
  if (!columns) return
  if (!columns.deletedAt) await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
}
