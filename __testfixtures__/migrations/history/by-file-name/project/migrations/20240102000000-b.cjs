exports.up = (queryInterface, Sequelize) => queryInterface.addColumn('users', 'removedAt', Sequelize.DATE)
