const columns = new Map([['users', 'deletedAt']])
exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  for (const [table, column] of columns) await queryInterface.addColumn(table, column, Sequelize.DATE)
  columns.forEach((column, table) => queryInterface.addIndex(table, [column]))
}
