async function up(queryInterface, Sequelize) {
  await queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    deletedAt: Sequelize.DATE,
  })
}

async function down(queryInterface) {
  await queryInterface.dropTable('users')
}

module.exports = { up, down }
