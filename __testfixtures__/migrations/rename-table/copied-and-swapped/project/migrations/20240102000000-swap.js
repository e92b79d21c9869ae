exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users_new', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    deleted_at: Sequelize.DATE,
  })
  await queryInterface.sequelize.query('INSERT INTO users_new (id) SELECT id FROM users')
  await queryInterface.dropTable('users')
  await queryInterface.renameTable('users_new', 'users')
}
