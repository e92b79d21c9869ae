exports.up = (queryInterface, Sequelize) =>
  queryInterface.addColumn('users', process.env.SOFT_DELETE_COLUMN, Sequelize.DATE)
