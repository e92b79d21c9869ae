exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('Users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    deletedAt: Sequelize.DATE,
  })
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
