exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.addColumn(process.env.USERS_TABLE, 'deletedAt', Sequelize.DATE)
}
