exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.dropTable('users')
  await queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true },
    email: Sequelize.STRING,
  })
}
