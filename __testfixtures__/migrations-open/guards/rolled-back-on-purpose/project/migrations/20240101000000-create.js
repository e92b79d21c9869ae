exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const transaction = await queryInterface.sequelize.transaction()
  await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE, { transaction })
  await transaction.rollback()
}
