module.exports = {
  up: async (queryInterface, Sequelize) => {
    const add = queryInterface.addColumn.bind(queryInterface, 'users')
    await add('removed', Sequelize.DATE)
    await queryInterface.renameColumn.apply(queryInterface, ['users', 'removed', 'gone'])
    await queryInterface.renameColumn.call(queryInterface, 'users', 'gone', 'deletedAt')
  },
}
