exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    deletedAt: { type: Sequelize.DATE, defaultValue: Sequelize.literal('NULL') },
  })
