exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE
}
