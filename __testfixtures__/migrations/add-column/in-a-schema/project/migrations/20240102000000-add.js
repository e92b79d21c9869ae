exports.up = (queryInterface, Sequelize) =>
  queryInterface.addColumn({ tableName: 'users', schema: 'studio' }, 'deletedAt', Sequelize.DATE)
