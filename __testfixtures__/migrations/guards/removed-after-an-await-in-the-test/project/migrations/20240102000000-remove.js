const has = async (queryInterface, name) => {
  const columns = await queryInterface.describeTable('users')
  return Object.keys(columns).includes(name)
}
exports.up = async (queryInterface) => {
  if (await has(queryInterface, 'legacy')) await queryInterface.removeColumn('users', 'deletedAt')
}
