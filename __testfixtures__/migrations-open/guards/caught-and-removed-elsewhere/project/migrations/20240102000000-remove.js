exports.up = async (queryInterface) => {
  try {
    await queryInterface.removeColumn('users', 'nothing')
    await queryInterface.removeColumn('users', 'deletedAt')
  } catch (error) {
    console.log('nothing to do')
  }
}
