exports.up = async (queryInterface, Sequelize) => {
  try {
    await queryInterface.addColumn('nowhere', 'deletedAt', Sequelize.DATE)
    await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  } catch (error) {
    console.log('too late')
  }
}
