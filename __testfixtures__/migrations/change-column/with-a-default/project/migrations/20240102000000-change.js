exports.up = (queryInterface, Sequelize) =>
  queryInterface.changeColumn('users', 'deletedAt', { type: Sequelize.DATE, defaultValue: Sequelize.fn('now') })
