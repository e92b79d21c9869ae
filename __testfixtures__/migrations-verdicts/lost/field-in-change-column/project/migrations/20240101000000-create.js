exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, deleted_at: Sequelize.DATE })
  await queryInterface.changeColumn('users', 'deletedAt', { type: Sequelize.DATE(3), field: 'deleted_at' })
}
