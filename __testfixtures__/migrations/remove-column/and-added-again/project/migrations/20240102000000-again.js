exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.removeColumn('users', 'deletedAt')
  await queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE, allowNull: true })
}
