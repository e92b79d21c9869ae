exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.renameTable('users', 'old_users')
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}
