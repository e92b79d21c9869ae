exports.up = async (queryInterface) => {
  const columns = await queryInterface.describeTable('users')
  columns.legacy && (await queryInterface.removeColumn('users', 'deletedAt'))
}
