exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const queue = ['users']
  let table
  while ((table = queue.shift())) await queryInterface.addColumn(table, 'deletedAt', Sequelize.DATE)
}
