exports.up = async (queryInterface) => {
  const definition = await queryInterface.describeTable('users')
  if (definition.deletedAt) {
    await queryInterface.removeColumn('users', 'deletedAt')
  }
}
