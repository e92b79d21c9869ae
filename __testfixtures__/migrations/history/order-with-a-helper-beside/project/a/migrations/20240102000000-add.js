exports.up = (queryInterface, Sequelize) => queryInterface.addColumn('users', 'gone', Sequelize.DATE)
