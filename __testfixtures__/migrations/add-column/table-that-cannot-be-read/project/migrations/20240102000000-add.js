exports.up = (queryInterface, Sequelize) =>
  queryInterface.addColumn(process.env.USERS_TABLE, 'deletedAt', Sequelize.DATE)
