exports.up = async (queryInterface, Sequelize) => {
  const columns = await queryInterface.describeTable('users')
  if ('deletedAt' in columns) {
    console.log('deletedAt is there already')
    return
  }
  await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
}
