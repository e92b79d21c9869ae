const tables = ['a', 'b', 'c', 'd', 'e', 'users']
exports.up = async (queryInterface, Sequelize) => {
  for (const table of tables) await queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const next = (index) =>
    index < tables.length
      ? queryInterface.addColumn(tables[index], 'deletedAt', Sequelize.DATE).then(() => next(index + 1))
      : null
  await next(0)
}
