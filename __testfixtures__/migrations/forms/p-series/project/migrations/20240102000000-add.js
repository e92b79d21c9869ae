const pSeries = require('p-series')

module.exports = {
  up: (queryInterface, Sequelize) =>
    pSeries([
      () => queryInterface.addColumn('users', 'removed', Sequelize.DATE),
      () => queryInterface.renameColumn('users', 'removed', 'deletedAt'),
    ]),
}
