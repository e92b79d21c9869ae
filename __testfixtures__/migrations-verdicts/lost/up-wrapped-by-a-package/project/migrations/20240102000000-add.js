const { inTransaction } = require('@studio/migrations')
exports.up = inTransaction(async (queryInterface, Sequelize) => {
  await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
})
