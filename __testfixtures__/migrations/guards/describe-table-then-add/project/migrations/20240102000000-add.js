exports.up = (queryInterface, Sequelize) =>
  queryInterface.describeTable('users').then((definition) => {
    if (definition.deletedAt) return Promise.resolve()
    return queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE, allowNull: true })
  })
