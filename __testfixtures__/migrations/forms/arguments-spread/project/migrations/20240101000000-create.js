exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const call = ['users', 'deletedAt', Sequelize.DATE]
  await queryInterface.addColumn(...call)
}
