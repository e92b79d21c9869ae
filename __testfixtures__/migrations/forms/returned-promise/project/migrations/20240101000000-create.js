module.exports = {
  up: function (queryInterface, Sequelize) {
    return queryInterface.createTable('users', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      deletedAt: { type: Sequelize.DATE },
    })
  },
  down: function (queryInterface) {
    return queryInterface.dropTable('users')
  },
}
