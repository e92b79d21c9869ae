const pMap = require('p-map')

module.exports = {
  up: (queryInterface, Sequelize) =>
    pMap(['deletedAt'], (column) => queryInterface.addColumn('users', column, Sequelize.DATE)),
}
