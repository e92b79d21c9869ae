exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    name: Sequelize.STRING(20),
  })
