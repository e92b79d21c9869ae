exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    ...(process.env.SOFT === 'yes' && { deletedAt: { type: Sequelize.DATE } }),
  })
