exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE, field: 'deleted_at' })
}
