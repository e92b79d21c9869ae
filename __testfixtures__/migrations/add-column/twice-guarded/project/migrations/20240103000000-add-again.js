exports.up = async (queryInterface, Sequelize) => {
  const table = await queryInterface.describeTable('users')
  if (!('deletedAt' in table)) await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
}
