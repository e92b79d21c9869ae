exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const add = queryInterface.addColumn.bind(queryInterface)
  await add('users', 'deletedAt', Sequelize.DATE)
}
