const Promise = require('bluebird')
const tables = ['users', 'posts']

module.exports = {
  up(queryInterface, Sequelize) {
    return Promise.each(tables, (table) =>
      queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } }),
    )
      .then(() =>
        Promise.mapSeries(tables, (table) => queryInterface.addColumn(table, 'deletedAt', Sequelize.DATE)),
      )
      .then(() => Promise.map(['posts'], (table) => queryInterface.removeColumn(table, 'deletedAt')))
  },
}
