const tables = ['users', 'posts', 'comments']

exports.up = (queryInterface, Sequelize) =>
  Promise.all(tables.map((table) => queryInterface.addColumn(table, 'deletedAt', { type: Sequelize.DATE })))
