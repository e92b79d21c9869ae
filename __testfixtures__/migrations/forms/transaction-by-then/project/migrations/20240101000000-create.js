module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.sequelize.transaction((t) =>
      Promise.all([
        queryInterface.createTable(
          'users',
          { id: { type: Sequelize.INTEGER, primaryKey: true } },
          { transaction: t },
        ),
      ]).then(() => queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE, { transaction: t })),
    ),
}
