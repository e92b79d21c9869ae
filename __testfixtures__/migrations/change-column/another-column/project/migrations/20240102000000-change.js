exports.up = (queryInterface, Sequelize) =>
  queryInterface.changeColumn('users', 'name', { type: Sequelize.STRING(200), allowNull: false })
