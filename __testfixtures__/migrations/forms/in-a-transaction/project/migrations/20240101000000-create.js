module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'users',
        { id: { type: Sequelize.INTEGER, primaryKey: true } },
        { transaction },
      )
      await queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE }, { transaction })
    }),
}
