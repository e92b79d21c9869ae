exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.addColumn.apply(queryInterface, ['users', 'deletedAt', Sequelize.DATE])
}
