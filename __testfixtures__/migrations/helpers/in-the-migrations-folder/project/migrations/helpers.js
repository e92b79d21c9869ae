exports.add = (queryInterface, Sequelize, table) => queryInterface.addColumn(table, 'deletedAt', Sequelize.DATE)
