exports.up = (queryInterface, Sequelize) =>
  queryInterface.addColumn('users', 'deletedAt', { type: Sequelize.DATE })
