exports.up = (queryInterface, Sequelize) => queryInterface.addColumn('users', 'name', Sequelize.STRING)
