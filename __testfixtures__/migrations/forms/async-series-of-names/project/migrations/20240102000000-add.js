const { series } = require('async')

module.exports = {
  up: (queryInterface, Sequelize) =>
    series({
      add: async () => queryInterface.addColumn('users', 'removed', Sequelize.DATE),
      rename: async () => queryInterface.renameColumn('users', 'removed', 'deletedAt'),
    }),
}
