const tables = ['users', 'posts']

module.exports = {
  up: (queryInterface, Sequelize) =>
    tables.reduce(
      (before, table) =>
        before.then(() =>
          queryInterface.createTable(table, {
            id: { type: Sequelize.INTEGER, primaryKey: true },
            deletedAt: Sequelize.DATE,
          }),
        ),
      Promise.resolve(),
    ),
}
