exports.up = async (queryInterface, Sequelize) => {
  const columns = await queryInterface.describeTable('users')
  if (columns.deletedAt)
    await queryInterface.changeColumn('users', 'deletedAt', { type: Sequelize.DATE, allowNull: true })
}
