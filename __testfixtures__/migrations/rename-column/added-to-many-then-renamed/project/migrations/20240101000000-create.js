const tables = ['users', 'posts', 'comments']

exports.up = async (queryInterface, Sequelize) => {
  for (const table of tables)
    await queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
