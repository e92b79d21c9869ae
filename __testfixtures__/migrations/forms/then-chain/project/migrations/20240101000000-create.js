module.exports = {
  up: function (queryInterface, Sequelize) {
    return queryInterface
      .createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
      .then(function () {
        return queryInterface.addColumn('users', 'removed', Sequelize.DATE)
      })
      .then(() => queryInterface.renameColumn('users', 'removed', 'deletedAt'))
      .catch(function (error) {
        console.error(error)
        throw error
      })
  },
}
